using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The batch's progress bar: at most five updates a second, and it never jumps back.</summary>
internal sealed class BatchProgressBar
{
    private const string Activity = "Spectral batch";

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);
    private static int s_lastId = 7340;

    private readonly int _id = Interlocked.Increment(ref s_lastId);
    private readonly Cmdlet _cmdlet;
    private long _lastUpdate;
    private int _percent = -1;

    /// <summary>A bar of a cmdlet.</summary>
    internal BatchProgressBar(Cmdlet cmdlet) => _cmdlet = cmdlet;

    /// <summary>Shows where the batch stands, unless that was done a moment ago.</summary>
    /// <param name="batch">The batch.</param>
    internal void Update(ISpectralBatch batch)
    {
        if (_lastUpdate != 0 && Stopwatch.GetElapsedTime(_lastUpdate) < s_interval)
            return;
        _lastUpdate = Stopwatch.GetTimestamp();
        var progress = batch.Progress;
        var record = new ProgressRecord(_id, Activity, Status(progress));
        if (progress.Fraction is { } fraction)
            _percent = Math.Max(_percent, (int)(fraction * 100));
        record.PercentComplete = _percent;
        if (progress.Remaining is { } remaining)
            record.SecondsRemaining = (int)Math.Ceiling(remaining.TotalSeconds);
        if (progress.InWork is [var first, ..])
            record.CurrentOperation = $"{Path.GetFileName(first.Path)}: {Name(first.Stage)}";
        _cmdlet.WriteProgress(record);
    }

    /// <summary>Takes the bar away.</summary>
    internal void Complete()
    {
        if (_lastUpdate != 0)
            _cmdlet.WriteProgress(new ProgressRecord(_id, Activity, "Done") { RecordType = ProgressRecordType.Completed });
    }

    private static string Status(BatchProgress progress)
    {
        var soFar = progress.TotalKnown ? "" : " so far";
        var errors = progress.Errors switch { 0 => "", 1 => ", 1 failed", var n => string.Create(CultureInfo.InvariantCulture, $", {n} failed") };
        return string.Create(CultureInfo.InvariantCulture, $"{progress.FilesDone} of {progress.FilesSeen} files{soFar}{errors}");
    }

    private static string Name(BatchStage stage) => stage switch
    {
        BatchStage.GraphGeneration => "Graph generation",
        _ => stage.ToString(),
    };
}
