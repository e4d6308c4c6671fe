using System.Diagnostics;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Keeps the process below a memory limit: files enter one after the other when there is memory for them, and garbage is
/// collected before the limit is reached, because the runtime on its own would wait much longer. Only one caller may wait at a
/// time, in input order: a later file that entered first could wait for the name of an earlier one that never enters.
/// </summary>
internal sealed class MemoryGate : IDisposable
{
    // the part of the available memory that is left for what no estimate includes
    private const int Reserve = 5;
    private const long DefaultLimit = 1000L << 20;
    private const long DefaultHeadroom = 500L << 20;

    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(20);

    private readonly Lock _sync = new();
    private readonly IProcessMemory _memory;
    private readonly long _peakBefore;
    private readonly long _limit;
    private readonly long _reserve;
    private long _floor;
    private long _base;
    private long _inside;
    private long _measured;
    private long _measuredAt;
    private long _collectedAt;
    private long _collectedTime;
    private TimeSpan _collectionTook;
    private long _peak;
    private TaskCompletionSource? _left;
    private Timer? _timer;

    private MemoryGate(long limitBytes, IProcessMemory memory)
    {
        _memory = memory;
        _peakBefore = memory.PeakWorkingSet;
        _base = memory.WorkingSet;
        _limit = LimitFor(limitBytes, _base);
        if (_base > _limit / 2)
        {
            Collect();
            _base = _measured;
        }

        Measure();
        _floor = _base;
        _reserve = Math.Max(0, _limit - _base) / Reserve;
    }

    /// <summary>Creates a gate and starts to watch the memory of the process.</summary>
    /// <param name="limitBytes">The memory limit; 0 for 1000 MiB, or 500 MiB more than the process uses now if that is
    /// more.</param>
    /// <param name="memory">The memory of the process.</param>
    internal static MemoryGate Start(long limitBytes, IProcessMemory memory)
    {
        var gate = new MemoryGate(limitBytes, memory);
        gate._timer = new Timer(_ => gate.Watch(), null, s_interval, s_interval);
        return gate;
    }

    /// <summary>Returns the memory that is available for files in a process that uses a given amount.</summary>
    /// <param name="limitBytes">The memory limit; 0 for the default of <see cref="Start"/>.</param>
    /// <param name="heldBytes">The memory that the process uses.</param>
    internal static long AvailableFor(long limitBytes, long heldBytes)
    {
        var available = Math.Max(0, LimitFor(limitBytes, heldBytes) - heldBytes);
        return available - (available / Reserve);
    }

    /// <summary>The memory limit.</summary>
    internal long LimitBytes => _limit;

    /// <summary>The memory that the process uses without the files.</summary>
    internal long BaseBytes
    {
        get
        {
            lock (_sync)
                return _base;
        }
    }

    /// <summary>The memory that is available for the files.</summary>
    internal long AvailableBytes => Math.Max(0, _limit - BaseBytes - _reserve);

    /// <summary>The peak memory of the process since the gate was created.</summary>
    internal long PeakBytes
    {
        get
        {
            lock (_sync)
            {
                Measure();
                // the system's number is exact, but it belongs to this batch only if it has grown
                var ever = _memory.PeakWorkingSet;
                return ever > _peakBefore ? ever : _peak;
            }
        }
    }

    /// <summary>Reserves memory that is not allocated yet for as long as the gate exists.</summary>
    internal void SetAside(long bytes)
    {
        lock (_sync)
        {
            _floor += bytes;
            _base = Math.Max(_base, _floor);
        }
    }

    /// <summary>Waits until there is memory for a file.</summary>
    /// <param name="bytes">The estimate for the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>False if the file does not fit even alone; then it has not entered.</returns>
    internal async Task<bool> EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task left;
            lock (_sync)
            {
                if (Fits(bytes))
                {
                    _inside += bytes;
                    return true;
                }

                if (_inside == 0)
                    return false;
                _left ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                left = _left.Task;
            }

            await left.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Releases the memory of a file.</summary>
    /// <param name="bytes">The estimate with which it entered.</param>
    internal void Leave(long bytes)
    {
        TaskCompletionSource? left;
        lock (_sync)
        {
            _inside -= bytes;
            left = _left;
            _left = null;
        }

        left?.SetResult();
    }

    public void Dispose() => _timer?.Dispose();

    private static long LimitFor(long limitBytes, long heldBytes) =>
        limitBytes > 0 ? limitBytes : Math.Max(DefaultLimit, heldBytes + DefaultHeadroom);

    private bool Fits(long bytes)
    {
        if (_inside > 0 && _base + _inside + bytes > _limit - _reserve)
            return false;
        // the last measurement and everything that was allocated since: it cannot be more
        if (Math.Max(_floor, _measured + (_memory.Allocated - _measuredAt)) + _inside + bytes <= _limit)
            return true;
        Measure();
        if (Math.Max(_floor, _measured) + _inside + bytes <= _limit)
            return true;
        // files that entered count twice here, so this can occur again at once: collect only after something was allocated
        if (_inside == 0 || _memory.Allocated - _collectedAt >= Math.Min(_reserve, bytes))
            Collect();
        var held = Math.Max(_floor, _measured);
        if (_inside == 0)
            _base = held;
        return held + bytes <= _limit;
    }

    // Collects the garbage of the files that entered. It spends at most a fifth of the time on that, unless so little is left
    // that the limit would be passed before the next turn.
    private void Watch()
    {
        if (!_sync.TryEnter())
            return;
        try
        {
            Measure();
            var allocated = _memory.Allocated - _collectedAt;
            var isDue = (_measured > _limit - _reserve && allocated >= _reserve / 2
                    && Stopwatch.GetElapsedTime(_collectedTime) > 4 * _collectionTook)
                || (_measured > _limit - (_reserve / 2) && allocated >= _reserve / 4);
            if (isDue)
                Collect();
        }
        finally
        {
            _sync.Exit();
        }
    }

    private void Collect()
    {
        var started = Stopwatch.GetTimestamp();
        _memory.Collect();
        _collectedTime = Stopwatch.GetTimestamp();
        _collectionTook = Stopwatch.GetElapsedTime(started, _collectedTime);
        _collectedAt = _memory.Allocated;
        Measure();
    }

    private void Measure()
    {
        _measuredAt = _memory.Allocated;
        _measured = _memory.WorkingSet;
        _peak = Math.Max(_peak, _measured);
    }
}
