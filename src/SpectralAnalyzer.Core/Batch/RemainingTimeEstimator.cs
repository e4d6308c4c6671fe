using System.Runtime;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Estimates the remaining time of a batch from its speed. The first half of the files done so far does not count: the program
/// was warming up, and the first files in progress had not been waited for. Half of the time that the just-in-time compiler
/// took for the rest is subtracted, because compilation ends within the first seconds of a process. Safe for several threads at
/// once.
/// </summary>
internal sealed class RemainingTimeEstimator
{
    private const int MaxMarks = 256;

    private readonly Lock _sync = new();
    private readonly TimeProvider _clock;
    private readonly Func<TimeSpan> _compilation;
    private readonly List<Moment> _marks;
    private int _step = 1;

    /// <summary>Creates an estimator whose batch starts now.</summary>
    internal RemainingTimeEstimator()
        : this(TimeProvider.System, () => JitInfo.GetCompilationTime() / Environment.ProcessorCount)
    {
    }

    /// <summary>Creates an estimator whose batch starts now.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="compilation">Returns the time that compilation has occupied all processors so far.</param>
    internal RemainingTimeEstimator(TimeProvider clock, Func<TimeSpan> compilation)
    {
        _clock = clock;
        _compilation = compilation;
        _marks = [Now(0)];
    }

    /// <summary>Notes how many files are done.</summary>
    internal void Mark(int done)
    {
        lock (_sync)
        {
            if (done < _marks[^1].Done + _step)
                return;
            _marks.Add(Now(done));
            if (_marks.Count < MaxMarks)
                return;
            // every other mark is enough for a batch that is twice as long
            for (var i = _marks.Count - 2; i > 0; i -= 2)
                _marks.RemoveAt(i);
            _step *= 2;
        }
    }

    /// <summary>Returns the time for a number of further files, or null before any file is done.</summary>
    internal TimeSpan? Estimate(int files)
    {
        lock (_sync)
        {
            var last = _marks[^1];
            if (last.Done == 0)
                return null;
            var half = _marks.FindLast(m => m.Done <= last.Done / 2);
            var elapsed = _clock.GetElapsedTime(half.Time, last.Time);
            var compiling = (last.Compilation - half.Compilation) / 2;
            return (elapsed - (compiling < elapsed / 2 ? compiling : elapsed / 2)) / (last.Done - half.Done) * files;
        }
    }

    private Moment Now(int done) => new(done, _clock.GetTimestamp(), _compilation());

    private readonly record struct Moment(int Done, long Time, TimeSpan Compilation);
}
