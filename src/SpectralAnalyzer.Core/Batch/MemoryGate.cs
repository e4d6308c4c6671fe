using System.Diagnostics;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// Holds the process under a limit of memory: lets files in, one after the other, while there is room for what they need,
/// and collects what is no longer used before the limit is reached, since the runtime by itself would wait for much longer.
/// Only one caller may wait at a time, and in input order: a later file that got in first could wait for the name of an
/// earlier one that never gets in.
/// </summary>
internal sealed class MemoryGate : IDisposable
{
    // the part of the room that is left for what no estimate knows of
    private const int Reserve = 8;
    private const long UsualLimit = 1000L << 20;
    private const long UsualRoom = 500L << 20;

    private static readonly TimeSpan s_watch = TimeSpan.FromMilliseconds(50);

    private readonly Lock _sync = new();
    private readonly IProcessMemory _memory;
    private readonly Timer _timer;
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

    /// <summary>A gate.</summary>
    /// <param name="limitBytes">What the process may hold; 0: 1000 MiB, or 500 MiB more than it holds now where that is more.</param>
    /// <param name="memory">The memory of the process.</param>
    internal MemoryGate(long limitBytes, IProcessMemory memory)
    {
        _memory = memory;
        _peakBefore = memory.PeakWorkingSet;
        _base = memory.WorkingSet;
        _limit = LimitOf(limitBytes, _base);
        if (_base > _limit / 2)
        {
            Collect();
            _base = _measured;
        }

        Measure();
        _floor = _base;
        _reserve = Math.Max(0, _limit - _base) / Reserve;
        _timer = new Timer(_ => Watch(), null, s_watch, s_watch);
    }

    /// <summary>The room for files where a process begins with so much held.</summary>
    /// <param name="limitBytes">What it may hold; 0: see the constructor.</param>
    /// <param name="heldBytes">What it holds.</param>
    internal static long AvailableFor(long limitBytes, long heldBytes)
    {
        var room = Math.Max(0, LimitOf(limitBytes, heldBytes) - heldBytes);
        return room - (room / Reserve);
    }

    /// <summary>What the process may hold, in bytes.</summary>
    internal long LimitBytes => _limit;

    /// <summary>What it holds beside the files.</summary>
    internal long BaseBytes
    {
        get
        {
            lock (_sync)
                return _base;
        }
    }

    /// <summary>What there is for the files.</summary>
    internal long AvailableBytes => Math.Max(0, _limit - BaseBytes - _reserve);

    /// <summary>The most bytes that the process held since the gate was made.</summary>
    internal long PeakBytes
    {
        get
        {
            lock (_sync)
            {
                Measure();
                // the system's figure is exact, but it is this batch's alone only where it has grown
                var ever = _memory.PeakWorkingSet;
                return ever > _peakBefore ? ever : _peak;
            }
        }
    }

    /// <summary>Sets memory aside for as long as the gate is there, whichever files are inside.</summary>
    /// <param name="bytes">How much; it is not allocated yet.</param>
    internal void SetAside(long bytes)
    {
        lock (_sync)
        {
            _floor += bytes;
            _base = Math.Max(_base, _floor);
        }
    }

    /// <summary>Waits until there is room.</summary>
    /// <param name="bytes">The file's estimate.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>False where it does not fit even alone; then it is not inside.</returns>
    internal async Task<bool> EnterAsync(long bytes, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task left;
            lock (_sync)
            {
                if (HasRoom(bytes))
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

    /// <summary>Leaves.</summary>
    /// <param name="bytes">The estimate with which the file entered.</param>
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

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    private static long LimitOf(long limitBytes, long heldBytes) =>
        limitBytes > 0 ? limitBytes : Math.Max(UsualLimit, heldBytes + UsualRoom);

    private bool HasRoom(long bytes)
    {
        if (_inside > 0 && _base + _inside + bytes > _limit - _reserve)
            return false;
        // what was held when it was last looked at and all that was allocated since: no collection can make it more
        if (Math.Max(_floor, _measured + (_memory.Allocated - _measuredAt)) + _inside + bytes <= _limit)
            return true;
        Measure();
        if (Math.Max(_floor, _measured) + _inside + bytes <= _limit)
            return true;
        // those inside are counted twice here, so that this may be the case again at once: not before something was allocated
        if (_inside == 0 || _memory.Allocated - _collectedAt >= Math.Min(_reserve, bytes))
            Collect();
        var held = Math.Max(_floor, _measured);
        if (_inside == 0)
            _base = held;
        return held + bytes <= _limit;
    }

    // garbage of the files inside: the collection is put off where it would take more than a fifth of the time
    private void Watch()
    {
        if (!_sync.TryEnter())
            return;
        try
        {
            Measure();
            var isDue = _measured > _limit - _reserve
                && _memory.Allocated - _collectedAt >= _reserve / 2
                && Stopwatch.GetElapsedTime(_collectedTime) > 4 * _collectionTook;
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
