using System.Diagnostics;
using System.Threading.Channels;
using SpectralAnalyzer.Core.Logging;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Statistics;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// The streaming engine. Files are let in one by one in input order (memory gate), are read and compared by the worker
/// threads, named in input order, and drawn and saved by the worker threads. At most a window of files is inside, so that neither a
/// slow file nor a slow consumer lets memory grow.
/// </summary>
internal sealed class SpectralBatch : ISpectralBatch
{
    private static readonly TimeSpan s_endingGrace = TimeSpan.FromSeconds(2);

    private readonly BatchContext _room;
    private readonly RunLog? _log;
    private readonly int _window;
    private readonly WorkerPool _workers;
    private readonly MemoryGate _gate;
    private readonly BatchEventQueue _events = new();
    private readonly Channel<FileJob> _inputs = Channel.CreateUnbounded<FileJob>();
    private readonly CancellationTokenSource _stop = new();
    private readonly StatisticsBuilder _statistics = new();
    private readonly SortedDictionary<int, FileJob> _inWork = [];
    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly Task _running;
    private readonly TerminationSignals _ending;
    private readonly OutputPacking? _packing;
    private readonly Lock _disposing = new();
    private readonly RemainingTimeEstimator _pace = new();
    private int _seen;
    private int _expected;
    private int _done;
    private int _inside;
    private bool _fontsTold;
    private volatile bool _disposed;
    private volatile bool _complete;

    /// <summary>Starts a batch.</summary>
    /// <param name="options">What it is to do.</param>
    /// <param name="reader">Reads files.</param>
    /// <param name="memory">The memory of the process; null: the real one.</param>
    /// <param name="clock">Tells the day; null: the real one.</param>
    /// <param name="cancellationToken">Ends the reading of the baseline.</param>
    /// <exception cref="SpectralException">Baseline, output folder or an option does not hold.</exception>
    internal SpectralBatch(
        BatchOptions options, SpectrumReader reader, IProcessMemory? memory = null, TimeProvider? clock = null, CancellationToken cancellationToken = default)
    {
        _log = options.LogPath is { } log ? RunLog.Open(log) : null;
        try
        {
            _room = new BatchContext(options, reader, clock ?? TimeProvider.System, TellAsync, cancellationToken);
        }
        catch (Exception e)
        {
            _log?.Tell(new BatchEvent(null, BatchMessageKind.Error, e is OperationCanceledException ? "The batch was stopped before it began." : e.Message));
            _log?.Dispose();
            throw;
        }

        _log?.Start(_room.Manifest?.RunId, RunManifest.EngineVersion, options);
        _gate = new MemoryGate((long)options.MemoryLimitMB << 20, memory ?? ProcessMemory.Shared);
        var graphBytes = MemoryEstimate.ForGraph(options.Formats, options.Figure);
        var threads = Throttle.Of(options.ThrottleLimit, graphBytes, _gate.AvailableBytes);
        _gate.SetAside(threads * graphBytes);
        _window = (4 * threads) + 8;
        _workers = new WorkerPool(threads);
        if (options.CompressOutput && _room.Manifest is not null)
            _packing = new OutputPacking(_room);
        _running = Task.Run(RunAsync, CancellationToken.None);
        _ending = new TerminationSignals(Stop);
    }

    /// <inheritdoc/>
    public bool IsFinished => !_disposed && _running.IsCompleted && _events.IsEmpty;

    /// <inheritdoc/>
    public SpectralBatchStatistics Statistics => _statistics.Build(Stopwatch.GetElapsedTime(_started)) with
    {
        PeakMemoryMB = (int)(_gate.PeakBytes >> 20),
        // those for the baseline count too
        AiRequests = _room.Normalizer.Requests,
        AiTokens = _room.Normalizer.Tokens,
    };

    /// <inheritdoc/>
    public BatchProgress Progress
    {
        get
        {
            FileProgress[] inWork;
            lock (_inWork)
                inWork = [.. _inWork.Values.Select(w => w.Progress)];
            var elapsed = Stopwatch.GetElapsedTime(_started);
            var (seen, done) = (Math.Max(Volatile.Read(ref _seen), Volatile.Read(ref _expected)), Volatile.Read(ref _done));
            var isTotal = _complete || Volatile.Read(ref _expected) > 0;
            return new BatchProgress
            {
                FilesSeen = seen,
                FilesDone = done,
                TotalKnown = isTotal,
                Errors = _statistics.Failed,
                InWork = inWork,
                Elapsed = elapsed,
                Fraction = isTotal && seen > 0 ? (double)done / seen : null,
                Remaining = isTotal ? _pace.TimeFor(seen - done) : null,
            };
        }
    }

    /// <inheritdoc/>
    public bool TryPost(BatchInput input)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_complete)
            throw new InvalidOperationException("No file can be added to a batch that is complete.");
        if (Volatile.Read(ref _inside) >= _window)
            return false;
        Interlocked.Increment(ref _inside);
        Interlocked.Increment(ref _seen);
        _room.Expect(input);
        return _inputs.Writer.TryWrite(new FileJob(_room, _workers, input, TellAsync, _stop.Token));
    }

    /// <inheritdoc/>
    public void Expect(int total) => Volatile.Write(ref _expected, total);

    /// <inheritdoc/>
    public void Complete()
    {
        _complete = true;
        _inputs.Writer.TryComplete();
    }

    /// <inheritdoc/>
    public bool TryTake(out BatchEvent batchEvent) => _events.TryTake(out batchEvent);

    /// <inheritdoc/>
    public void Wait(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (_disposed)
        {
            // the process is ending: whoever drives the batch is given the time to hear of it in its own way
            cancellationToken.WaitHandle.WaitOne(s_endingGrace);
            throw new OperationCanceledException();
        }

        if (_events.IsEmpty && !_running.IsCompleted)
            _events.Wait(atMost, cancellationToken);
        if (_running.IsFaulted)
            _running.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Stop();
        _ending.Dispose();
        _events.Dispose();
        _stop.Dispose();
    }

    // by whoever drives the batch, or by a signal at any moment, or by both at once
    private void Stop()
    {
        lock (_disposing)
        {
            if (_disposed)
                return;
            _disposed = true;
            _stop.Cancel();
            _inputs.Writer.TryComplete();
            try
            {
                _running.GetAwaiter().GetResult();
            }
            catch (OperationCanceledException)
            {
                // that is what was asked for
            }
            finally
            {
                _workers.Dispose();
                _gate.Dispose();
                _room.Dispose();
                _log?.Dispose();
            }
        }
    }

    private async Task RunAsync()
    {
        var ending = SpectralRunEnding.Failed;
        try
        {
            await DispatchAsync().ConfigureAwait(false);
            if (_packing?.Finish() is { } last)
                await PackAsync(last).ConfigureAwait(false);
            ending = SpectralRunEnding.Completed;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            ending = SpectralRunEnding.Stopped;
            throw;
        }
        finally
        {
            _log?.End(ending, Statistics);
            if (_room.Manifest?.End(ending, Statistics) is { } warning && ending == SpectralRunEnding.Completed)
                await TellAsync(new BatchEvent(null, BatchMessageKind.Warning, warning)).ConfigureAwait(false);
            _events.Signal();
        }
    }

    private async Task DispatchAsync()
    {
        var stop = _stop.Token;
        var running = new List<Task>();
        try
        {
            foreach (var unreadable in _room.Normalizer.UnreadableRecipes)
                await TellAsync(new BatchEvent(null, BatchMessageKind.Warning, "No recipe: " + unreadable)).ConfigureAwait(false);
            foreach (var warning in _room.BaselineWarnings)
                await TellAsync(new BatchEvent(null, BatchMessageKind.Warning, "Baseline: " + warning)).ConfigureAwait(false);
            await foreach (var work in _inputs.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                if (await AdmitAsync(work, stop).ConfigureAwait(false) is not { } bytes)
                    continue;
                running.RemoveAll(t => t.IsCompletedSuccessfully);
                running.Add(RunFileAsync(work, bytes));
            }
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }

    /// <summary>Lets a file in once there is room for it; null where it is not let in, which is told.</summary>
    private async Task<long?> AdmitAsync(FileJob work, CancellationToken stop)
    {
        Exception why;
        try
        {
            var bytes = await work.Estimate.ConfigureAwait(false);
            if (await _gate.EnterAsync(bytes, stop).ConfigureAwait(false))
                return bytes;
            why = NoRoom(bytes);
        }
        catch (Exception e) when (!stop.IsCancellationRequested)
        {
            why = e;
        }

        await work.FailAsync(why).ConfigureAwait(false);
        Leave();
        return null;
    }

    private async Task RunFileAsync(FileJob work, long bytes)
    {
        lock (_inWork)
            _inWork.Add(work.Index, work);
        try
        {
            await work.RunAsync().ConfigureAwait(false);
            await TellFontsAsync().ConfigureAwait(false);
        }
        finally
        {
            lock (_inWork)
                _inWork.Remove(work.Index);
            _gate.Leave(bytes);
            Leave();
        }
    }

    private SpectralException NoRoom(long bytes) => new(
        "MemoryLimit",
        SpectralErrorCategory.Resource,
        FormattableString.Invariant(
            $"The file needs about {InMB(bytes)} MB beside the {InMB(_gate.BaseBytes)} MB that are in use, and the limit is {_gate.LimitBytes >> 20} MB."),
        FormattableString.Invariant($"Raise -MemoryLimitMB to {InMB(_gate.BaseBytes + bytes) + 20} or more, lower -Dpi or -ThrottleLimit, or split the file."));

    private void Leave()
    {
        _pace.Mark(Interlocked.Increment(ref _done));
        Interlocked.Decrement(ref _inside);
        _events.Signal();
    }

    private async Task TellFontsAsync()
    {
        if (_fontsTold || _room.Renderer is not { FontWarnings: { Count: > 0 } warnings })
            return;
        _fontsTold = true;
        foreach (var warning in warnings)
            await TellAsync(new BatchEvent(null, BatchMessageKind.Warning, warning)).ConfigureAwait(false);
    }

    private async ValueTask TellAsync(BatchEvent batchEvent, EarlierResult? kept)
    {
        OutputPack? pack = null;
        if (batchEvent.Result is { } result)
        {
            pack = kept is null ? _packing?.Announce(result) : null;
            if (pack is not null)
                batchEvent = batchEvent with { Result = result = result with { ArchivePath = pack.Path } };
            _statistics.Add(result);
            // before anybody sees the result: what was seen is written down
            var warning = kept is null ? _room.Manifest?.Result(result) : _room.Manifest?.Kept(kept);
            if (warning is not null)
                await TellAsync(new BatchEvent(null, BatchMessageKind.Warning, warning)).ConfigureAwait(false);
        }

        _log?.Tell(batchEvent);
        if (batchEvent.Result is null && !IsWanted(batchEvent.Kind))
            return;
        await _events.WriteAsync(batchEvent, _stop.Token).ConfigureAwait(false);
        if (pack is not null && _packing!.Add(pack, batchEvent.Result!) is { } ready)
            await PackAsync(ready).ConfigureAwait(false);
    }

    private ValueTask TellAsync(BatchEvent batchEvent) => TellAsync(batchEvent, null);

    private bool IsWanted(BatchMessageKind kind) => kind switch
    {
        BatchMessageKind.Verbose => _room.Options.Detail >= BatchDetail.Verbose,
        BatchMessageKind.Debug => _room.Options.Detail >= BatchDetail.Debug,
        _ => true,
    };

    private async Task PackAsync(OutputPack pack)
    {
        var warning = await _workers
            .RunAsync(token => _packing!.Make(pack, token), first: true, Timeout.InfiniteTimeSpan, _stop.Token).ConfigureAwait(false);
        if (warning is not null)
            await TellAsync(new BatchEvent(null, BatchMessageKind.Warning, warning)).ConfigureAwait(false);
    }

    private static long InMB(long bytes) => (bytes >> 20) + 1;
}
