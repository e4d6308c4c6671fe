using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// The progress bars of a batch: one for the batch, and below it one for each of the oldest files in work. They are updated at
/// most five times a second, and the bar of the batch never goes back.
/// </summary>
internal sealed class BatchProgressBar
{
    private const string Activity = "Spectral batch";

    private const int MostFiles = 4;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    // batches in parallel runspaces share one screen and need different ids
    private static int s_lastBatch = 733;

    private readonly int _id = Interlocked.Increment(ref s_lastBatch) * 10;
    private readonly Cmdlet _cmdlet;
    private readonly string?[] _files = new string?[MostFiles];
    private long _lastUpdate;
    private int _percent = -1;
    private TimeSpan? _remaining;

    internal BatchProgressBar(Cmdlet cmdlet) => _cmdlet = cmdlet;

    /// <summary>Shows the progress of a batch, unless the bars were updated a moment ago.</summary>
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
            record.CurrentOperation = ShownText.From($"{Path.GetFileName(first.Path)}: {Name(first.Stage)}");
        _cmdlet.WriteProgress(record);
        UpdateFiles(progress.InWork);
    }

    /// <summary>Removes the bars.</summary>
    internal void Complete()
    {
        if (_lastUpdate == 0)
            return;
        for (var place = 0; place < MostFiles; place++)
            Remove(place);
        _cmdlet.WriteProgress(new ProgressRecord(_id, Activity, "Done") { RecordType = ProgressRecordType.Completed });
    }

    // a file keeps its place while it is in work, so that bars do not swap
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
            var name = ShownText.From(Path.GetFileName(file.Path));
            _cmdlet.WriteProgress(new ProgressRecord(_id + 1 + place, name, Name(file.Stage))
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

    // removes only a bar that was shown
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
        var failed = progress.Errors == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {progress.Errors} failed");
        return string.Create(CultureInfo.InvariantCulture, $"{progress.FilesDone} of {progress.FilesSeen} files{soFar}{failed}");
    }

    private static string Name(BatchStage stage) => stage switch
    {
        BatchStage.GraphGeneration => "Graph generation",
        _ => stage.ToString(),
    };
}
