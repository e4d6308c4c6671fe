using System.Threading.Channels;
using SpectralAnalyzer.Core.Logging;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Telemetry;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// A running batch. Files are admitted one by one in input order, read and compared by the workers, named in input order, and
/// drawn and saved by the workers. The number of admitted files is limited, so that neither a slow file nor a slow caller lets
/// memory grow.
/// </summary>
internal sealed class SpectralBatch : ISpectralBatch
{
    private static readonly TimeSpan s_terminationGrace = TimeSpan.FromSeconds(2);

    private readonly BatchContext _context;
    private readonly BatchReporter _reporter;
    private readonly RunLog? _log;
    private readonly WorkerPool _workers;
    private readonly FileAdmission _admission;
    private readonly ResultRecorder _recorder;
    private readonly BatchEventQueue _events;
    private readonly CancellationTokenSource _stop;
    private readonly Channel<FileJob> _inputs = Channel.CreateUnbounded<FileJob>();
    private readonly BatchProgressTracker _progress = new();
    private readonly Lock _disposing = new();
    private readonly int _threads;
    private readonly bool _isCounted;
    private readonly string? _telemetryWarning;
    private Task _running = Task.CompletedTask;
    private Task _expecting = Task.CompletedTask;
    private TerminationSignals? _signals;
    private bool _fontsReported;
    private volatile bool _disposed;
    private volatile bool _complete;

    private SpectralBatch(
        BatchContext context,
        BatchReporter reporter,
        RunLog? log,
        WorkerPool workers,
        FileAdmission admission,
        int threads,
        BatchEventQueue events,
        CancellationTokenSource stop,
        bool isCounted)
    {
        _threads = threads;
        _isCounted = isCounted;
        _telemetryWarning = isCounted ? TelemetryExport.Start() : null;
        (_context, _reporter, _log, _workers, _admission, _events, _stop) =
            (context, reporter, log, workers, admission, events, stop);
        var packing = context is { Options.CompressOutput: true, Manifest: not null } ? new OutputPacking(context) : null;
        _recorder = new ResultRecorder(context, reporter, log, workers, packing, isCounted, stop.Token);
    }

    /// <summary>Starts a batch.</summary>
    /// <param name="options">The options of the batch.</param>
    /// <param name="reader">The reader of spectral files.</param>
    /// <param name="memory">The memory of the process, or null for the real one.</param>
    /// <param name="clock">The clock for names with dates, or null for the real one.</param>
    /// <param name="isCounted">Whether telemetry counts its work; not for a trial.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <exception cref="SpectralException">The baseline, the output folder or an option cannot be used.</exception>
    internal static SpectralBatch Start(
        BatchOptions options,
        SpectrumReader reader,
        IProcessMemory? memory = null,
        TimeProvider? clock = null,
        bool isCounted = true,
        CancellationToken cancellationToken = default)
    {
        var log = options.LogPath is { } path ? RunLog.Open(path) : null;
        var stop = new CancellationTokenSource();
        var events = new BatchEventQueue();
        var reporter = new BatchReporter(options, events, log, stop.Token);
        BatchContext context;
        try
        {
            context = BatchPreparation.Prepare(options, reader, clock ?? TimeProvider.System, reporter, cancellationToken);
        }
        catch (Exception e)
        {
            var message = e is OperationCanceledException ? "The batch was stopped before it began." : e.Message;
            log?.Tell(new BatchEvent(null, BatchMessageKind.Error, message));
            log?.Dispose();
            events.Dispose();
            stop.Dispose();
            throw;
        }

        log?.Start(context.Manifest?.RunId, RunManifest.EngineVersion, options);
        var gate = MemoryGate.Start((long)options.MemoryLimitMB << 20, memory ?? ProcessMemory.Shared);
        var graphBytes = MemoryEstimate.ForGraph(options.Formats, options.Figure);
        var threads = WorkerPool.CountFor(options.ThrottleLimit, graphBytes, gate.AvailableBytes);
        gate.SetAside((threads * graphBytes) + MemoryEstimate.ForSheet(options.ContactSheet, options.Figure));
        var batch = new SpectralBatch(
            context, reporter, log, WorkerPool.Start(threads), new FileAdmission(gate, (4 * threads) + 8, isCounted), threads,
            events, stop, isCounted);
        batch._running = Task.Run(batch.RunAsync, CancellationToken.None);
        batch._signals = new TerminationSignals(batch.Stop);
        return batch;
    }

    public bool IsFinished => !_disposed && _running.IsCompleted && _events.IsEmpty;

    public SpectralBatchStatistics Statistics => _recorder.Summarize(_progress.Elapsed, _admission.PeakBytes);

    public BatchProgress Progress => _progress.Get(_recorder.Failed);

    public bool TryPost(BatchInput input)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_complete)
            throw new InvalidOperationException("No file can be added to a batch that is complete.");
        if (!_admission.TryAccept())
            return false;
        _progress.AddSeen();
        _context.Naming.Protect(input);
        return _inputs.Writer.TryWrite(FileJob.Start(_context, _workers, _reporter, _recorder, input, _stop.Token));
    }

    public void Expect(int total)
    {
        _progress.Expect(total);
        // whoever follows the manifest can say how long the run will take; the caller does not wait for a slow share
        if (_context.Manifest is { } manifest)
            _expecting = Task.Run(() => _reporter.WarnAsync(manifest.WriteExpected(total, _threads)).AsTask());
    }

    public void Complete()
    {
        _complete = true;
        _progress.Complete();
        _inputs.Writer.TryComplete();
    }

    public bool TryTake(out BatchEvent batchEvent) => _events.TryTake(out batchEvent);

    public void Wait(TimeSpan atMost, CancellationToken cancellationToken)
    {
        if (_disposed)
        {
            // the process is terminating: give the caller the time to notice that in its own way
            cancellationToken.WaitHandle.WaitOne(s_terminationGrace);
            throw new OperationCanceledException();
        }

        if (_events.IsEmpty && !_running.IsCompleted)
            _events.Wait(atMost, cancellationToken);
        if (_running.IsFaulted)
            _running.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        Stop();
        _signals?.Dispose();
        _events.Dispose();
        _stop.Dispose();
    }

    // called by the owner of the batch, by a signal at any moment, or by both at once
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
                // as requested
            }
            finally
            {
                _workers.Dispose();
                _admission.Dispose();
                _context.Dispose();
                _log?.Dispose();
                if (_isCounted)
                    TelemetryExport.Flush();
            }
        }
    }

    private async Task RunAsync()
    {
        var ending = SpectralRunEnding.Failed;
        try
        {
            await ProcessFilesAsync().ConfigureAwait(false);
            await _recorder.PackRestAsync().ConfigureAwait(false);
            await _recorder.FinishAlbumsAsync().ConfigureAwait(false);
            await _expecting.ConfigureAwait(false);
            ending = SpectralRunEnding.Completed;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            ending = SpectralRunEnding.Stopped;
            throw;
        }
        finally
        {
            // nothing is written behind the end, and the caller may remove the folder then
            await _expecting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await _recorder.EndAsync(ending, Statistics).ConfigureAwait(false);
            _events.Signal();
        }
    }

    private async Task ProcessFilesAsync()
    {
        var running = new List<Task>();
        try
        {
            await _reporter.WarnAsync(_telemetryWarning).ConfigureAwait(false);
            foreach (var unreadable in _context.Normalizer.UnreadableRecipes)
                await _reporter.WarnAsync("No recipe: " + unreadable).ConfigureAwait(false);
            foreach (var warning in _context.BaselineWarnings)
                await _reporter.WarnAsync("Baseline: " + warning).ConfigureAwait(false);
            await foreach (var job in _inputs.Reader.ReadAllAsync(_stop.Token).ConfigureAwait(false))
            {
                if (await AdmitAsync(job).ConfigureAwait(false) is not { } bytes)
                    continue;
                running.RemoveAll(t => t.IsCompletedSuccessfully);
                running.Add(RunAsync(job, bytes));
            }
        }
        finally
        {
            await Task.WhenAll(running).ConfigureAwait(false);
        }
    }

    /// <summary>Admits a file; returns null if it failed, which is recorded.</summary>
    private async Task<long?> AdmitAsync(FileJob job)
    {
        try
        {
            return await _admission.AdmitAsync(job, _stop.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (!_stop.IsCancellationRequested)
        {
            await job.FailAsync(e).ConfigureAwait(false);
            Leave(job);
            return null;
        }
    }

    private async Task RunAsync(FileJob job, long bytes)
    {
        _progress.Begin(job);
        try
        {
            await job.RunAsync().ConfigureAwait(false);
            await ReportFontsAsync().ConfigureAwait(false);
        }
        finally
        {
            _admission.ReleaseMemory(bytes);
            Leave(job);
        }
    }

    private void Leave(FileJob job)
    {
        _progress.End(job);
        _context.ResultOrder?.Pass(job.Index);
        _admission.Leave();
        _events.Signal();
    }

    private async Task ReportFontsAsync()
    {
        if (_fontsReported || _context.Renderer is not { FontWarnings: { Count: > 0 } warnings })
            return;
        _fontsReported = true;
        foreach (var warning in warnings)
            await _reporter.WarnAsync(warning).ConfigureAwait(false);
    }
}
