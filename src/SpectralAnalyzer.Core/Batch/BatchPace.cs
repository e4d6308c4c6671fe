using System.Diagnostics;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// How fast a batch gets on, for the time that is left. The first half of what is done does not count: in it the program warms up,
/// and the files in work at first have not been waited for. Safe for several threads at once.
/// </summary>
internal sealed class BatchPace
{
    private const int MostMarks = 128;

    private readonly Lock _sync = new();
    private readonly List<(int Done, long Time)> _marks = [(0, Stopwatch.GetTimestamp())];
    private int _step = 1;

    /// <summary>Takes note that another file is done.</summary>
    /// <param name="done">How many are.</param>
    internal void Mark(int done)
    {
        lock (_sync)
        {
            if (done < _marks[^1].Done + _step)
                return;
            _marks.Add((done, Stopwatch.GetTimestamp()));
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
            return Stopwatch.GetElapsedTime(half.Time, last.Time) / (last.Done - half.Done) * files;
        }
    }
}
