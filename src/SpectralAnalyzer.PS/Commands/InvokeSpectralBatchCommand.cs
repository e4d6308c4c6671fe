using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>Compares spectral files with one baseline, saves a graph and emits a result of each spectrum.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "SpectralBatch", DefaultParameterSetName = PathSet, SupportsShouldProcess = true)]
[OutputType(typeof(SpectralResult))]
public sealed class InvokeSpectralBatchCommand : BatchCommand
{
    private int _outputs;

    /// <summary>
    /// A file that was modified within this many seconds may still be being written: the batch waits until its size and time have
    /// not changed for this long, at most thirty times as long. 0 waits for nothing.
    /// </summary>
    [Parameter]
    [ValidateRange(0.0, 3600.0)]
    public double SettleSeconds { get; set; } = 1;

    /// <summary>
    /// Emits results in the order of the files, not as they come. A file that is done early waits; no more files are in memory
    /// than otherwise.
    /// </summary>
    [Parameter]
    public SwitchParameter PreserveOrder { get; set; }

    /// <inheritdoc/>
    private protected override BatchOptions Options(string baseline, string outputDirectory, string? log) =>
        base.Options(baseline, outputDirectory, log) with
        {
            SettleTime = TimeSpan.FromSeconds(SettleSeconds),
            PreserveOrder = PreserveOrder,
        };

    /// <inheritdoc/>
    protected override void ProcessRecord() => Pump(() =>
    {
        foreach (var file in InputFiles())
        {
            if (IsOutput(file) || file == LogFile)
                _outputs++;
            else
                Post(file);
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
