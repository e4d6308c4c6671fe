using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>The work on one file: read, compare, wait for its turn to be named, draw, save. The only place that knows the order.</summary>
internal sealed class FileJob
{
    private readonly BatchContext _room;
    private readonly WorkerPool _workers;
    private readonly BatchInput _input;
    private readonly Func<BatchEvent, EarlierResult?, ValueTask> _tell;
    private readonly StageTimer _clock = new();
    private readonly SpectrumSaver _saver;
    private readonly HashSet<string> _warned = [];
    private readonly AttemptCounter _attempts;
    private readonly FileComparer _reading;
    private readonly CancellationToken _stop;
    private TimeSpan _used;

    /// <summary>Begins with the estimate of the memory that the file needs.</summary>
    /// <param name="room">What the batch shares.</param>
    /// <param name="workers">Do the work.</param>
    /// <param name="input">The file.</param>
    /// <param name="tell">Takes in results and messages.</param>
    /// <param name="stop">Ends it.</param>
    internal FileJob(
        BatchContext room, WorkerPool workers, BatchInput input, Func<BatchEvent, EarlierResult?, ValueTask> tell, CancellationToken stop)
    {
        _stop = stop;
        _room = room;
        _workers = workers;
        _input = input;
        _tell = tell;
        _saver = new SpectrumSaver(room, _clock);
        _attempts = new AttemptCounter(room.Retry, (kind, message) => Tell(kind, $"{Path.GetFileName(input.Path)}: {message}"));
        _reading = new FileComparer(room, input.Path, _clock, _attempts);
        Estimate = WorkAsync(_ => Look(() => MemoryEstimate.ForFile(input.Path)), first: true);
    }

    /// <summary>The memory that the file needs in bytes. Fails where the file cannot even be looked at in time.</summary>
    internal Task<long> Estimate { get; }

    /// <summary>The file's place in the input.</summary>
    internal int Index => _input.Index;

    /// <summary>Where the file stands.</summary>
    internal FileProgress Progress => new(_input.Path, _clock.Stage, ((int)_clock.Stage + 0.5) / 6);

    /// <summary>Ends it before it has begun.</summary>
    /// <param name="why">The reason.</param>
    internal async Task FailAsync(Exception why)
    {
        _room.Order.Pass(_input.Index);
        await TellAsync(Failed(why)).ConfigureAwait(false);
    }

    /// <summary>Does it all. Every ending of the file is told as a result; only a stop is an exception.</summary>
    internal async Task RunAsync()
    {
        ComparedFile read;
        try
        {
            await _room.Settling.WaitAsync(
                () => WorkAsync(_ => Look(() => FileSettleWaiter.Look(_input.Path)), first: true), _stop).ConfigureAwait(false);
            read = await ReadAsync().ConfigureAwait(false);
        }
        catch (Exception e) when (!IsStop(e))
        {
            await FailAsync(e).ConfigureAwait(false);
            return;
        }

        await _room.Order.WaitAsync(_input.Index, _stop).ConfigureAwait(false);
        IReadOnlyList<OutputTarget>[] targets;
        try
        {
            targets = [.. read.Spectra.Select((s, i) => Name(read.KeptAt(i), s))];
        }
        catch (Exception e) when (!IsStop(e))
        {
            await TellAsync(Failed(e)).ConfigureAwait(false);
            return;
        }
        finally
        {
            _room.Order.Pass(_input.Index);
        }

        for (var i = 0; i < read.Spectra.Length; i++)
        {
            if (read.KeptAt(i) is { } kept)
            {
                var again = kept.Result with { Index = _input.Index + 1 };
                await _tell(new BatchEvent(again), kept with { Result = again }).ConfigureAwait(false);
                continue;
            }

            var compared = read.Spectra[i]!;
            // what is done with holds no memory: neither while the other spectra of the file are drawn nor until the batch drops its task
            read.Spectra[i] = null;
            var result = new SpectralResult
            {
                Path = _input.Path,
                Series = compared.Spectrum.Series,
                Index = _input.Index + 1,
                SeriesIndex = i,
                SeriesCount = read.Spectra.Length,
                Format = read.Report!.Format,
                Layout = read.Report.Layout,
                Confidence = read.Report.Confidence,
                NormalizedBy = read.Decision?.By ?? NormalizedBy.None,
                Decision = read.Decision,
                Warnings = read.Warnings,
            };
            await SaveAsync(compared, targets[i], result).ConfigureAwait(false);
        }
    }

    /// <summary>Reads and compares. Where an AI has to be asked about the layout, no worker is held meanwhile.</summary>
    private async Task<ComparedFile> ReadAsync()
    {
        if (await WorkAsync(_reading.Run, first: false).ConfigureAwait(false) is { } read)
            return read;
        var settled = await _room.Normalizer.ResolveAsync(
            _reading.Open!, step => WorkAsync(token => _reading.Step(step, token), first: true), _stop).ConfigureAwait(false);
        return await WorkAsync(token => _reading.Compare(settled, token), first: true).ConfigureAwait(false);
    }

    private async Task SaveAsync(ComparedSpectrum compared, IReadOnlyList<OutputTarget> targets, SpectralResult result)
    {
        var saved = new SavedOutputs();
        try
        {
            if (compared is { Outcome: null, Error: null })
                compared = await WorkAsync(CompareAgain, first: true).ConfigureAwait(false);
            if (compared.Outcome is { } outcome)
            {
                result = result with
                {
                    Comparison = outcome.Comparison,
                    Conversions = outcome.Conversions,
                    Warnings = [.. result.Warnings, .. outcome.Warnings],
                };
            }

            result = compared.Error is { } error
                ? Failed(error, result, BatchStage.Normalization)
                : await WorkAsync(token => Save(compared, targets, result, saved, token), first: true).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsStop(e))
        {
            result = saved.EnterInto(Failed(e, result), []);
        }

        await WarnAsync(result.Warnings).ConfigureAwait(false);
        await TellAsync(result).ConfigureAwait(false);

        ComparedSpectrum CompareAgain(CancellationToken token)
        {
            _clock.Enter(BatchStage.Normalization);
            return _reading.Compare(compared.Spectrum, token);
        }
    }

    private bool IsStop(Exception exception) => exception is OperationCanceledException && _stop.IsCancellationRequested;

    private T Look<T>(Func<T> look)
    {
        _clock.Enter(BatchStage.Validation);
        return look();
    }

    private async Task<T> WorkAsync<T>(Func<CancellationToken, T> work, bool first)
    {
        var left = _room.Options.FileTimeout - _used;
        var started = TimeSpan.Zero;
        try
        {
            return await _workers.RunAsync(
                token =>
                {
                    started = TimeSpan.FromMilliseconds(Environment.TickCount64);
                    return work(token);
                },
                first,
                left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1),
                _stop).ConfigureAwait(false);
        }
        finally
        {
            if (started != TimeSpan.Zero)
                _used += TimeSpan.FromMilliseconds(Environment.TickCount64) - started;
            _clock.Pause();
        }
    }

    private SpectralResult Save(
        ComparedSpectrum compared, IReadOnlyList<OutputTarget> targets, SpectralResult result, SavedOutputs saved, CancellationToken token)
    {
        _clock.Enter(BatchStage.GraphGeneration);
        if (targets.FirstOrDefault(t => t.Action == OutputNameAction.Fail) is { } taken)
            throw taken.Taken();
        var wanted = targets.Where(t => t.Action != OutputNameAction.Skip).ToList();
        var kept = targets.Where(t => t.Action == OutputNameAction.Skip).Select(t => t.Path);
        if (wanted.Count > 0)
        {
            var prepared = _attempts.Run(() => _saver.Prepare(compared, wanted, token), token);
            _clock.Enter(BatchStage.Saving);
            try
            {
                _attempts.Run(() => _saver.Commit(prepared, saved, outputs => Announce(result, outputs)), token);
            }
            catch
            {
                _saver.Discard(prepared);
                throw;
            }

            _clock.Enter(BatchStage.Cleanup);
        }

        return saved.EnterInto(Finished(result), kept) with
        {
            Status = targets.Count > 0 && saved.IsEmpty ? SpectralResultStatus.Skipped : SpectralResultStatus.Succeeded,
        };
    }

    private void Announce(SpectralResult result, IReadOnlyList<PreparedOutput> outputs)
    {
        if (_room.Manifest?.Saving(result, _reading.Stamp, outputs) is { } warning)
            Tell(BatchMessageKind.Warning, warning);
    }

    private SpectralResult Failed(Exception exception, SpectralResult? result = null) => Failed(
        exception is TimeoutException
            ? new SpectralError(
                "FileTimeout",
                SpectralErrorCategory.Timeout,
                FormattableString.Invariant($"The work took longer than {_room.Options.FileTimeout.TotalSeconds:0.###} s."),
                "Raise -FileTimeoutSeconds, or check the share that the file is on.")
            : ExceptionMapper.ToError(exception, _clock.Stage),
        result,
        _clock.Stage);

    private SpectralResult Failed(SpectralError error, SpectralResult? result, BatchStage stage) =>
        Finished(result ?? new SpectralResult { Path = _input.Path, Index = _input.Index + 1 }) with
        {
            Status = SpectralResultStatus.Failed,
            FailedStage = stage,
            Error = error,
        };

    private SpectralResult Finished(SpectralResult result)
    {
        var stages = _clock.Take();
        return result with
        {
            StageDurations = stages,
            Input = _reading.Stamp,
            Duration = stages.Values.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage),
            Attempts = _attempts.Count,
        };
    }

    // each once a file: a map of a thousand spectra says what is wrong with its header a single time
    private async Task WarnAsync(IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings.Where(_warned.Add))
        {
            await _tell(new BatchEvent(null, BatchMessageKind.Warning, $"{Path.GetFileName(_input.Path)}: {warning}"), null)
                .ConfigureAwait(false);
        }
    }

    // on a worker's own thread, which may wait for the one that drains the events
    private void Tell(BatchMessageKind kind, string message) => _tell(new BatchEvent(null, kind, message), null).AsTask().GetAwaiter().GetResult();

    private ValueTask TellAsync(SpectralResult result) => _tell(new BatchEvent(result), null);

    private IReadOnlyList<OutputTarget> Name(EarlierResult? kept, ComparedSpectrum? compared)
    {
        if (kept is not null)
            _room.Claim(kept.Result);
        return compared is { Error: null } ? _room.Name(_input, compared.Spectrum, _reading.Stamp?.Sha256) : [];
    }
}
