using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>
/// The work on one file, in stages: wait until the file has settled, read and compare it, name its outputs in input order, draw
/// and save. The end of a file is always recorded as results; only a stop is thrown.
/// </summary>
internal sealed class FileJob
{
    private readonly BatchContext _context;
    private readonly BatchInput _input;
    private readonly ResultRecorder _recorder;
    private readonly FileReporter _reporter;
    private readonly StageTimer _timer;
    private readonly FileWorker _worker;
    private readonly AttemptCounter _attempts;
    private readonly FileComparer _comparer;
    private readonly SpectrumSaver _saver;
    private readonly FileResults _results;
    private readonly CancellationToken _stop;

    private FileJob(
        BatchContext context,
        WorkerPool workers,
        BatchReporter reporter,
        ResultRecorder recorder,
        BatchInput input,
        CancellationToken stop)
    {
        (_context, _recorder, _input, _stop) = (context, recorder, input, stop);
        _timer = new StageTimer();
        _worker = new FileWorker(workers, _timer, context.Options.FileTimeout, stop);
        _reporter = new FileReporter(reporter, input.Path);
        _attempts = new AttemptCounter(context.Retry, _reporter);
        _comparer = new FileComparer(context, input.Path, _timer, _attempts, _reporter);
        _saver = new SpectrumSaver(context, _timer);
        _results = new FileResults(input, context.Options, _timer, _attempts, _comparer);
    }

    /// <summary>Creates the work on a file and starts to estimate the memory that it needs.</summary>
    internal static FileJob Start(
        BatchContext context,
        WorkerPool workers,
        BatchReporter reporter,
        ResultRecorder recorder,
        BatchInput input,
        CancellationToken stop)
    {
        var job = new FileJob(context, workers, reporter, recorder, input, stop);
        job.Estimate = job._worker.RunAsync(BatchStage.Validation, _ => MemoryEstimate.ForFile(input.Path));
        return job;
    }

    /// <summary>The memory in bytes that the file needs. Fails if the file does not respond in time.</summary>
    internal Task<long> Estimate { get; private set; } = Task.FromResult(0L);

    /// <summary>The position of the file in the input.</summary>
    internal int Index => _input.Index;

    /// <summary>The progress of the file.</summary>
    internal FileProgress Progress => new(_input.Path, _timer.Stage, ((int)_timer.Stage + 0.5) / 6);

    /// <summary>Fails the file before its outputs are named.</summary>
    internal async Task FailAsync(Exception exception)
    {
        _context.Order.Pass(_input.Index);
        await WaitForTurnAsync().ConfigureAwait(false);
        await _recorder.RecordAsync(_results.Fail(exception)).ConfigureAwait(false);
    }

    /// <summary>Does the work.</summary>
    internal async Task RunAsync()
    {
        if (await CompareAsync().ConfigureAwait(false) is not { } file
            || await NameAsync(file).ConfigureAwait(false) is not { } targets)
            return;
        for (var i = 0; i < file.Spectra.Length; i++)
        {
            if (file.ReusedAt(i) is { } reused)
            {
                await WaitForTurnAsync().ConfigureAwait(false);
                await _recorder.RecordAsync(reused with { Result = reused.Result with { Index = _input.Index + 1 } })
                    .ConfigureAwait(false);
                continue;
            }

            var compared = file.Spectra[i]!;
            // release it: neither the other spectra of the file nor the task of the file may keep it in memory
            file.Spectra[i] = null;
            var graphs = new DrawnGraphs();
            var result = await SaveAsync(file, compared, targets[i], graphs, i).ConfigureAwait(false);
            await WaitForTurnAsync().ConfigureAwait(false);
            await _reporter.WarnOnceAsync(result.Warnings).ConfigureAwait(false);
            await _recorder.RecordAsync(result, graphs).ConfigureAwait(false);
        }
    }

    /// <summary>Reads and compares. No worker is occupied while an AI is asked about the layout.</summary>
    private async Task<ComparedFile?> CompareAsync()
    {
        try
        {
            await _context.Settling.WaitAsync(
                () => _worker.RunAsync(BatchStage.Validation, _ => FileSettleWaiter.Look(_input.Path)), _stop)
                .ConfigureAwait(false);
            if (await _worker.RunAsync(BatchStage.Validation, _comparer.Run, first: false).ConfigureAwait(false) is { } file)
                return file;
            var resolved = await _context.Normalizer.ResolveAsync(
                _comparer.Unresolved!, step => _worker.RunAsync(BatchStage.Normalization, step), _stop).ConfigureAwait(false);
            return await _worker.RunAsync(BatchStage.Normalization, token => _comparer.Compare(resolved, token))
                .ConfigureAwait(false);
        }
        catch (Exception e) when (!IsStop(e))
        {
            await FailAsync(e).ConfigureAwait(false);
            return null;
        }
    }

    /// <summary>Waits until all earlier files have their names, then names the outputs of each spectrum.</summary>
    private async Task<IReadOnlyList<OutputTarget>[]?> NameAsync(ComparedFile file)
    {
        await _context.Order.WaitAsync(_input.Index, _stop).ConfigureAwait(false);
        try
        {
            var targets = new IReadOnlyList<OutputTarget>[file.Spectra.Length];
            for (var i = 0; i < targets.Length; i++)
            {
                if (file.ReusedAt(i) is { } reused)
                    _context.Naming.Claim(reused.Result);
                targets[i] = file.Spectra[i] is { Error: null } compared
                    ? _context.Naming.Name(_input, compared.Spectrum, _comparer.Stamp?.Sha256)
                    : [];
            }

            return targets;
        }
        catch (Exception e) when (!IsStop(e))
        {
            await WaitForTurnAsync().ConfigureAwait(false);
            await _recorder.RecordAsync(_results.Fail(e)).ConfigureAwait(false);
            return null;
        }
        finally
        {
            _context.Order.Pass(_input.Index);
        }
    }

    private async Task<SpectralResult> SaveAsync(
        ComparedFile file, ComparedSpectrum compared, IReadOnlyList<OutputTarget> targets, DrawnGraphs graphs, int seriesIndex)
    {
        var saved = new SavedOutputs();
        var result = _results.Create(file, compared, seriesIndex);
        try
        {
            if (compared is { Outcome: null, Error: null })
            {
                compared = await _worker.RunAsync(BatchStage.Normalization, token => _comparer.Compare(compared.Spectrum, token))
                    .ConfigureAwait(false);
                result = _results.Create(file, compared, seriesIndex);
            }

            return compared.Error is { } error
                ? _results.Fail(result, error, BatchStage.Normalization)
                : await _worker.RunAsync(
                    BatchStage.GraphGeneration, token => Save(compared, targets, result, saved, graphs, token))
                    .ConfigureAwait(false);
        }
        catch (Exception e) when (!IsStop(e))
        {
            return saved.AddTo(_results.Fail(result, e), []);
        }
    }

    private SpectralResult Save(
        ComparedSpectrum compared,
        IReadOnlyList<OutputTarget> targets,
        SpectralResult result,
        SavedOutputs saved,
        DrawnGraphs graphs,
        CancellationToken token)
    {
        if (targets.FirstOrDefault(t => t.Action == OutputNameAction.Fail) is { } taken)
            throw taken.Taken();
        var wanted = targets.Where(t => t.Action != OutputNameAction.Skip).ToList();
        if (_context.Albums is { } albums)
            graphs.Put(albums.Draw(_saver.Figure(compared), token));
        var existing = targets.Where(t => t.Action == OutputNameAction.Skip).Select(t => t.Path);
        if (wanted.Count > 0)
        {
            var prepared = _attempts.Run(() => _saver.Prepare(compared, wanted, token), token);
            _timer.Enter(BatchStage.Saving);
            try
            {
                _attempts.Run(
                    () => _saver.Commit(
                        prepared,
                        saved,
                        outputs => _reporter.WarnOfRun(_context.Manifest?.WriteSaving(result, _comparer.Stamp, outputs)),
                        target => _context.Naming.IsOwn(
                            target.Path, _input.Path, compared.Spectrum.SeriesIndex, _comparer.Stamp?.Sha256)),
                    token);
            }
            catch
            {
                _saver.Discard(prepared);
                throw;
            }

            _timer.Enter(BatchStage.Cleanup);
        }

        return saved.AddTo(_results.Complete(result), existing) with
        {
            Status = targets.Count > 0 && saved.IsEmpty ? SpectralResultStatus.Skipped : SpectralResultStatus.Succeeded,
        };
    }

    // the files before this one were admitted before it, and none of them needs this one's worker or memory to end
    private Task WaitForTurnAsync() => _context.ResultOrder?.WaitAsync(_input.Index, _stop) ?? Task.CompletedTask;

    private bool IsStop(Exception exception) => exception is OperationCanceledException && _stop.IsCancellationRequested;
}
