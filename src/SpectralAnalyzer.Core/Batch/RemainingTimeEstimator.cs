using System.Runtime;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// How fast a batch gets on, for the time that is left. The first half of what is done does not count: in it the program warms up, and the files in
/// work at first have not been waited for. Of the time that the just-in-time compiler took from the rest, half counts: its work dies away over the
/// first seconds of a process. Safe for several threads at once.
/// </summary>
internal sealed class RemainingTimeEstimator
{
    private const int MostMarks = 256;

    private readonly Lock _sync = new();
    private readonly TimeProvider _clock;
    private readonly Func<TimeSpan> _compilation;
    private readonly List<Moment> _marks;
    private int _step = 1;

    /// <summary>Begins to count.</summary>
    internal RemainingTimeEstimator()
        : this(TimeProvider.System, () => JitInfo.GetCompilationTime() / Environment.ProcessorCount)
    {
    }

    /// <summary>Begins to count.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="compilation">How long the compiler has held all processors so far.</param>
    internal RemainingTimeEstimator(TimeProvider clock, Func<TimeSpan> compilation)
    {
        _clock = clock;
        _compilation = compilation;
        _marks = [Now(0)];
    }

    /// <summary>Takes note that another file is done.</summary>
    /// <param name="done">How many are.</param>
    internal void Mark(int done)
    {
        lock (_sync)
        {
            if (done < _marks[^1].Done + _step)
                return;
            _marks.Add(Now(done));
            if (_marks.Count < MostMarks)
                return;
            // every other mark is enough of a batch that is twice as long
            for (var i = _marks.Count - 2; i > 0; i -= 2)
                _marks.RemoveAt(i);
            _step *= 2;
        }
    }

    /// <summary>The time for so many more files; null before there is anything to go by.</summary>
    /// <param name="files">How many.</param>
    internal TimeSpan? TimeFor(int files)
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
