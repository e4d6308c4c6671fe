using System.Diagnostics;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Measures the work on one file by stage, without the time that it waits.</summary>
internal sealed class StageTimer
{
    private readonly Dictionary<BatchStage, TimeSpan> _durations = [];
    private readonly Lock _sync = new();
    private BatchStage _stage;
    private long _started;

    /// <summary>The current stage.</summary>
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

    /// <summary>Stops measuring until the next stage begins.</summary>
    internal void Pause()
    {
        lock (_sync)
            Stop();
    }

    /// <summary>Returns the durations since the last call.</summary>
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
