namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// How fast a batch gets on, for the time that is left. Only the last quarter of what is done counts, or the last files where they are few: while
/// the program warms up, a file takes several times what it takes later. Safe for several threads at once.
/// </summary>
internal sealed class BatchPace
{
    private const int MostMarks = 256;
    private const int FewFiles = 8;

    private readonly Lock _sync = new();
    private readonly TimeProvider _clock;
    private readonly List<(int Done, long Time)> _marks;
    private int _step = 1;

    /// <summary>Begins to count.</summary>
    /// <param name="clock">The clock.</param>
    internal BatchPace(TimeProvider clock)
    {
        _clock = clock;
        _marks = [(0, clock.GetTimestamp())];
    }

    /// <summary>Takes note that another file is done.</summary>
    /// <param name="done">How many are.</param>
    internal void Mark(int done)
    {
        lock (_sync)
        {
            if (done < _marks[^1].Done + _step)
                return;
            _marks.Add((done, _clock.GetTimestamp()));
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
            var recent = Math.Min(last.Done - FewFiles, last.Done * 3 / 4);
            var from = _marks.FindLast(m => m.Done <= Math.Max(0, recent));
            return _clock.GetElapsedTime(from.Time, last.Time) / (last.Done - from.Done) * files;
        }
    }
}
