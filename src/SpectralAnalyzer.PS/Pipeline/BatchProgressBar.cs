using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// The batch's progress bars: one of the batch, and one beneath it for each of the oldest files in work. They are written at most five
/// times a second, and that of the batch never goes back.
/// </summary>
internal sealed class BatchProgressBar
{
    private const string Activity = "Spectral batch";

    /// <summary>How many files have a bar of their own: more would fill the screen.</summary>
    private const int MostFiles = 4;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    // batches of one process, in parallel runspaces, share one screen: each has ids of its own
    private static int s_lastBatch = 733;

    private readonly int _id = Interlocked.Increment(ref s_lastBatch) * 10;
    private readonly Cmdlet _cmdlet;
    private readonly string?[] _files = new string?[MostFiles];
    private long _lastUpdate;
    private int _percent = -1;
    private TimeSpan? _remaining;

    /// <summary>Bars of a cmdlet.</summary>
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
        _remaining = progress.Remaining ?? _remaining;
        if (_remaining is { } remaining)
            record.SecondsRemaining = (int)Math.Ceiling(remaining.TotalSeconds);
        if (progress.InWork is [var first, ..])
            record.CurrentOperation = $"{Path.GetFileName(first.Path)}: {Name(first.Stage)}";
        _cmdlet.WriteProgress(record);
        UpdateFiles(progress.InWork);
    }

    /// <summary>Takes the bars away.</summary>
    internal void Complete()
    {
        if (_lastUpdate == 0)
            return;
        for (var place = 0; place < MostFiles; place++)
            Remove(place);
        _cmdlet.WriteProgress(new ProgressRecord(_id, Activity, "Done") { RecordType = ProgressRecordType.Completed });
    }

    // a file keeps its place for as long as it is in work, so that bars do not swap
    private void UpdateFiles(IReadOnlyList<FileProgress> inWork)
    {
        for (var place = 0; place < MostFiles; place++)
        {
            if (_files[place] is { } path && !inWork.Any(f => f.Path == path))
                _files[place] = "";
        }

        foreach (var file in inWork)
        {
            var place = Array.IndexOf(_files, file.Path);
            if (place < 0)
                place = Array.FindIndex(_files, string.IsNullOrEmpty);
            if (place < 0)
                continue;
            _files[place] = file.Path;
            _cmdlet.WriteProgress(new ProgressRecord(_id + 1 + place, Path.GetFileName(file.Path), Name(file.Stage))
            {
                ParentActivityId = _id,
                PercentComplete = Math.Clamp((int)(file.Fraction * 100), 0, 100),
            });
        }

        for (var place = 0; place < MostFiles; place++)
        {
            if (_files[place] is "")
                Remove(place);
        }
    }

    // only what was shown is taken away
    private void Remove(int place)
    {
        if (_files[place] is null)
            return;
        _files[place] = null;
        _cmdlet.WriteProgress(new ProgressRecord(_id + 1 + place, Activity, "Done")
        {
            ParentActivityId = _id,
            RecordType = ProgressRecordType.Completed,
        });
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
