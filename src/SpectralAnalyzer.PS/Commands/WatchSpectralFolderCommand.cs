using System.Diagnostics;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>
/// Compares the files of folders as they arrive, until it is stopped or reaches the number of files or the time limit. Files that
/// were compared before, also before a restart, and have not changed are skipped.
/// </summary>
[Cmdlet(
    VerbsCommon.Watch, "SpectralFolder", DefaultParameterSetName = PathSet, SupportsShouldProcess = true,
    HelpUri = OnlineHelp.Page + "Watch-SpectralFolder")]
[OutputType(typeof(SpectralResult))]
public sealed class WatchSpectralFolderCommand : BatchCommand
{
    // a file that another program has open must not change for this many times the settle time, and for 10 s
    private const double OpenSettleFactor = 5;
    private const double MinimumOpenSettleSeconds = 10;

    // a file that has not settled after this many times the settle time, and 30 s, is worth a warning
    private const double WarnFactor = 15;
    private const double MinimumWarnSeconds = 30;

    private static readonly TimeSpan s_idle = TimeSpan.FromMilliseconds(200);

    private readonly List<string> _folders = [];

    /// <summary>The file names, for example *.csv; by default all files with the extension of a spectral format.</summary>
    [Parameter(HelpMessage = "The file names, for example *.csv; by default all files with the extension of a spectral format.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [NoCompletion]
    public string[] Filter { get; set; } = [];

    /// <summary>Ends after this many files, without skipped ones.</summary>
    [Parameter(HelpMessage = "Ends after this many files, without skipped ones.")]
    [ValidateRange(1, int.MaxValue)]
    [NoCompletion]
    public int Count { get; set; } = int.MaxValue;

    /// <summary>Ends after this time, when the files in work are done.</summary>
    [Parameter(HelpMessage = "Ends after this time, when the files in work are done.")]
    [PSDefaultValue(Help = "none")]
    [TimeSpanTransformation]
    [ValidateTimeSpan(0.1, 1e8)]
    [NoCompletion]
    public TimeSpan Timeout { get; set; } = TimeSpan.MaxValue;

    /// <summary>The time for which a file must not change before it is read.</summary>
    [Parameter(HelpMessage = "The time for which a file must not change before it is read.")]
    [TimeSpanTransformation]
    [ValidateTimeSpan(0, 3600)]
    [NoCompletion]
    public TimeSpan SettleTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    private protected override bool LeavesOutSkipped => true;

    /// <inheritdoc/>
    protected override void ProcessRecord() => Pump(() => _folders.AddRange(InputItems()));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Pump(Watch);
        base.EndProcessing();
    }

    /// <inheritdoc/>
    private protected override BatchOptions Options(string baseline, string outputDirectory, string? log)
    {
        var options = base.Options(baseline, outputDirectory, log);
        return options with { Incremental = options.WriteManifest, NamesByMoment = true };
    }

    /// <inheritdoc/>
    private protected override bool ComparesLoneBaseline => false;

    private void Watch()
    {
        if (_folders.Count == 0)
            return;
        var started = Stopwatch.GetTimestamp();
        var shown = 0;
        using var watch = StartWatch();
        while (Stopwatch.GetElapsedTime(started) < Timeout && (BatchPump?.FilesDone ?? shown) < Count)
        {
            // each file in work may be new, so no more files are posted than are still wanted
            while (Wanted() > 0 && watch.TryTake(out var file, StopToken))
            {
                if (IsOutput(file) || file == LogFile)
                    continue;
                Post(file);
                shown++;
            }

            foreach (var detail in watch.TakeDetails())
                this.WriteDetail(detail);
            foreach (var warning in watch.TakeWarnings())
                this.Warn(warning);
            if (BatchPump is { } pump)
                pump.Pump(s_idle);
            else if (StopToken.WaitHandle.WaitOne(s_idle))
                throw new OperationCanceledException(StopToken);
        }

        int Wanted() => BatchPump is { } pump ? Count - (pump.FilesPosted - pump.FilesSkipped) : Count - shown;
    }

    private ISpectralFolderWatch StartWatch()
    {
        ISpectralFolderWatch? watch = null;
        RunRequired(_folders[0], () => watch = Engine.Watch(new FolderWatchOptions
        {
            Folders = _folders,
            Filters = Filter,
            Recurse = Recurse,
            SettleTime = SettleTime,
            OpenSettleTime = TimeSpan.FromSeconds(
                Math.Max(MinimumOpenSettleSeconds, OpenSettleFactor * SettleTime.TotalSeconds)),
            WarnAfter = TimeSpan.FromSeconds(Math.Max(MinimumWarnSeconds, WarnFactor * SettleTime.TotalSeconds)),
        }));
        return watch!;
    }
}
