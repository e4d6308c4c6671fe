using System.Diagnostics;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Tracks which files are in progress and how many are done. Safe for several threads at once.</summary>
internal sealed class BatchProgressTracker
{
    private readonly SortedDictionary<int, FileJob> _inWork = [];
    private readonly RemainingTimeEstimator _remaining = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private volatile bool _isComplete;
    private int _seen;
    private int _expected;
    private int _done;

    /// <summary>The time since the batch started.</summary>
    internal TimeSpan Elapsed => Stopwatch.GetElapsedTime(_started);

    /// <summary>Counts a file that was posted.</summary>
    internal void AddSeen() => Interlocked.Increment(ref _seen);

    /// <summary>Sets the total number of files before all of them are posted.</summary>
    internal void Expect(int total) => Volatile.Write(ref _expected, total);

    /// <summary>Marks all files as posted.</summary>
    internal void Complete() => _isComplete = true;

    internal void Begin(FileJob job)
    {
        lock (_inWork)
            _inWork.Add(job.Index, job);
    }

    /// <summary>Marks a file as done, whether or not its work began.</summary>
    internal void End(FileJob job)
    {
        lock (_inWork)
            _inWork.Remove(job.Index);
        _remaining.Mark(Interlocked.Increment(ref _done));
    }

    /// <summary>Returns the progress.</summary>
    /// <param name="errors">The number of failed spectra.</param>
    internal BatchProgress Get(int errors)
    {
        FileProgress[] inWork;
        lock (_inWork)
            inWork = [.. _inWork.Values.Select(w => w.Progress)];
        var (seen, done) = (Math.Max(Volatile.Read(ref _seen), Volatile.Read(ref _expected)), Volatile.Read(ref _done));
        var isTotal = _isComplete || Volatile.Read(ref _expected) > 0;
        return new BatchProgress
        {
            FilesSeen = seen,
            FilesDone = done,
            TotalKnown = isTotal,
            Errors = errors,
            InWork = inWork,
            Elapsed = Elapsed,
            Fraction = isTotal && seen > 0 ? (double)done / seen : null,
            Remaining = isTotal ? _remaining.Estimate(seen - done) : null,
        };
    }
}
