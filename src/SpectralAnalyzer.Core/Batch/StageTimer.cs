using System.Diagnostics;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Measures the work on one file by stage; waiting for a turn is not counted.</summary>
internal sealed class StageTimer
{
    private readonly Dictionary<BatchStage, TimeSpan> _durations = [];
    private readonly Lock _sync = new();
    private BatchStage _stage;
    private long _started;

    /// <summary>The stage that the file is in.</summary>
    internal BatchStage Stage
    {
        get
        {
            lock (_sync)
                return _stage;
        }
    }

    /// <summary>Begins a stage, and ends the one before.</summary>
    internal void Enter(BatchStage stage)
    {
        lock (_sync)
        {
            Stop();
            _stage = stage;
            _started = Stopwatch.GetTimestamp();
        }
    }

    /// <summary>Ends the stage: the file waits.</summary>
    internal void Pause()
    {
        lock (_sync)
            Stop();
    }

    /// <summary>What was measured since the last call; the next begins at nothing.</summary>
    internal IReadOnlyDictionary<BatchStage, TimeSpan> Take()
    {
        lock (_sync)
        {
            Stop();
            var taken = new SortedDictionary<BatchStage, TimeSpan>(_durations);
            _durations.Clear();
            return taken;
        }
    }

    private void Stop()
    {
        if (_started == 0)
            return;
        _durations[_stage] = _durations.GetValueOrDefault(_stage) + Stopwatch.GetElapsedTime(_started);
        _started = 0;
    }
}
