using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Compares spectral files with one baseline, saves a graph and emits a result of each spectrum.</summary>
[Cmdlet(
    VerbsLifecycle.Invoke, "SpectralBatch", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Invoke-SpectralBatch")]
[OutputType(typeof(SpectralResult))]
public sealed class InvokeSpectralBatchCommand : BatchCommand
{
    private SpectralShard? _shard;
    private int _outputs;

    /// <summary>
    /// A file that was modified within this time may still be being written: the batch waits until its size and time have
    /// not changed for this long, at most thirty times as long. 0 waits for nothing.
    /// </summary>
    [Parameter(
        HelpMessage = "A file that was modified within this time may still be being written: the batch waits until its size "
            + "and time have not changed for this long, at most thirty times as long.")]
    [TimeSpanTransformation]
    [ValidateTimeSpan(0, 3600)]
    [NoCompletion]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Skips spectra of an earlier run if input, baseline, options and version are the same and the outputs are intact. This
    /// continues a run that was stopped or killed.
    /// </summary>
    [Parameter(
        HelpMessage = "Skips spectra of an earlier run if input, baseline, options and version are the same and the outputs "
            + "are intact.")]
    public SwitchParameter Incremental { get; set; }

    /// <summary>
    /// Emits results in the order of the files, not as they come. A file that is done early waits; no more files are in memory
    /// than otherwise.
    /// </summary>
    [Parameter(HelpMessage = "Emits results in the order of the files, not as they come.")]
    public SwitchParameter PreserveOrder { get; set; }

    /// <summary>
    /// Processes one of several equal shares of the files, for example 3/16: a hash of the path below the named folder picks
    /// them, the same on every system. All shards together make what the whole batch makes.
    /// </summary>
    [Parameter(
        HelpMessage = "Processes one of several equal shares of the files, for example 3/16: a hash of the path below the named "
            + "folder picks them, the same on every system.")]
    [ValidateNotNullOrEmpty]
    [ShardCompletion]
    public string Shard { get; set; } = "";

    /// <summary>
    /// Puts the PDF graphs into one file instead of a file each, with a table of all results. The table has links to the graphs,
    /// which are a page each, with bookmarks. The name has "all" in the place of the sample; after a thousand results, a further
    /// file begins.
    /// </summary>
    [Parameter(HelpMessage = "Puts the PDF graphs into one file instead of a file each, with a table of all results.")]
    public SwitchParameter Combine { get; set; }

    /// <summary>
    /// Also saves sheets of small graphs as PNG, with so many columns and rows: 4x6. The name has "sheet" in the place of the
    /// sample.
    /// </summary>
    [Parameter(HelpMessage = "Also saves sheets of small graphs as PNG, with so many columns and rows: 4x6.")]
    [ContactSheetTransformation]
    [ContactSheetCompletion]
    public ContactSheetGrid? ContactSheet { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _shard = ShardFrom(Shard);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    private protected override BatchOptions Options(string baseline, string outputDirectory, string? log) =>
        base.Options(baseline, outputDirectory, log) with
        {
            SettleTime = SettleTime,
            Incremental = Incremental,
            PreserveOrder = PreserveOrder,
            Shard = _shard,
            CombineGraphs = Combine,
            ContactSheet = ContactSheet,
        };

    /// <inheritdoc/>
    protected override void ProcessRecord() => Pump(() =>
    {
        foreach (var file in InputFiles())
        {
            if (IsOutput(file) || file == LogFile)
                _outputs++;
            else
                Post(file, _shard);
        }
    });

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_outputs > 0)
            this.Warn($"{_outputs} of the specified files were made by a batch. They are not read as samples.");
    }
}
