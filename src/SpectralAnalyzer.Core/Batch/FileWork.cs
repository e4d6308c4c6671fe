using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>The work on one file: read, compare, wait for its turn to be named, draw, save. The only place that knows the order.</summary>
internal sealed class FileWork
{
    private const int MostKeptOutcomes = 16;

    private readonly BatchRoom _room;
    private readonly WorkerPool _workers;
    private readonly BatchInput _input;
    private readonly Func<BatchEvent, ValueTask> _tell;
    private readonly StageClock _clock = new();
    private readonly SpectrumSaver _saver;
    private readonly HashSet<string> _warned = [];
    private SpectralFileStamp? _stamp;
    private int _attempts = 1;
    private TimeSpan _used;

    internal FileWork(BatchRoom room, WorkerPool workers, BatchInput input, Func<BatchEvent, ValueTask> tell)
    {
        _room = room;
        _workers = workers;
        _input = input;
        _tell = tell;
        _saver = new SpectrumSaver(room, _clock);
    }

    /// <summary>Where the file stands.</summary>
    internal FileProgress Progress => new(_input.Path, _clock.Stage, ((int)_clock.Stage + 0.5) / 6);

    /// <summary>Does it all. Every ending of the file is told as a result; only a stop is an exception.</summary>
    /// <param name="stop">Ends it.</param>
    internal async Task RunAsync(CancellationToken stop)
    {
        ComparedSpectrum?[] spectra;
        SpectralFileReport report;
        NormalizedBy by;
        IReadOnlyList<string> warnings;
        try
        {
            (report, by, warnings, spectra) = await WorkAsync(ReadAndCompare, first: false, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsStop(e, stop))
        {
            _room.Order.Pass(_input.Index);
            await TellAsync(Failed(e)).ConfigureAwait(false);
            return;
        }

        await _room.Order.WaitAsync(_input.Index, stop).ConfigureAwait(false);
        IReadOnlyList<OutputTarget>[] targets;
        try
        {
            targets = [.. spectra.Select(s => s!.Error is null ? _room.Name(_input, s.Spectrum.Series) : [])];
        }
        catch (Exception e) when (!IsStop(e, stop))
        {
            await TellAsync(Failed(e)).ConfigureAwait(false);
            return;
        }
        finally
        {
            _room.Order.Pass(_input.Index);
        }

        for (var i = 0; i < spectra.Length; i++)
        {
            var compared = spectra[i]!;
            // what is done with holds no memory: neither while the other spectra of the file are drawn nor until the batch drops its task
            spectra[i] = null;
            var result = new SpectralResult
            {
                Path = _input.Path,
                Series = compared.Spectrum.Series,
                Index = _input.Index + 1,
                SeriesIndex = i,
                SeriesCount = spectra.Length,
                Format = report.Format,
                Layout = report.Layout,
                Confidence = report.Confidence,
                NormalizedBy = by,
                Warnings = warnings,
            };
            await SaveAsync(compared, targets[i], result, stop).ConfigureAwait(false);
        }
    }

    private async Task SaveAsync(ComparedSpectrum compared, IReadOnlyList<OutputTarget> targets, SpectralResult result, CancellationToken stop)
    {
        try
        {
            if (compared is { Outcome: null, Error: null })
                compared = await WorkAsync(CompareAgain, first: true, stop).ConfigureAwait(false);
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
                : await WorkAsync(token => Save(compared, targets, result, token), first: true, stop).ConfigureAwait(false);
        }
        catch (Exception e) when (!IsStop(e, stop))
        {
            result = Failed(e, result);
        }

        await WarnAsync(result.Warnings).ConfigureAwait(false);
        await TellAsync(result).ConfigureAwait(false);

        ComparedSpectrum CompareAgain(CancellationToken token)
        {
            _clock.Enter(BatchStage.Normalization);
            return Compare(compared.Spectrum, token);
        }
    }

    private static bool IsStop(Exception exception, CancellationToken stop) =>
        exception is OperationCanceledException && stop.IsCancellationRequested;

    private async Task<T> WorkAsync<T>(Func<CancellationToken, T> work, bool first, CancellationToken stop)
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
                stop).ConfigureAwait(false);
        }
        finally
        {
            if (started != TimeSpan.Zero)
                _used += TimeSpan.FromMilliseconds(Environment.TickCount64) - started;
            _clock.Pause();
        }
    }

    private (SpectralFileReport Report, NormalizedBy By, IReadOnlyList<string> Warnings, ComparedSpectrum?[] Spectra)
        ReadAndCompare(CancellationToken token)
    {
        _clock.Enter(BatchStage.Validation);
        if (!File.Exists(_input.Path))
        {
            throw new SpectralException(
                "FileNotFound", SpectralErrorCategory.NotFound, $"'{_input.Path}' is not there.", "It may have been moved or removed meanwhile.");
        }

        _clock.Enter(BatchStage.Loading);
        var content = Retrying(() => Read(token), token);
        _clock.Enter(BatchStage.Normalization);
        var (by, warnings) = LayoutSettlement.Settle(content, _room.Options.NormalizationMode);
        var spectra = new ComparedSpectrum?[content.Spectra.Count];
        for (var i = 0; i < spectra.Length; i++)
        {
            var compared = Compare(content.Spectra[i], token);
            // of a map of thousands only the errors are kept until it has its names: comparing again is cheaper than the memory
            spectra[i] = spectra.Length <= MostKeptOutcomes ? compared : compared with { Outcome = null };
        }

        return (content.Report, by, warnings, spectra);
    }

    private SpectralFileContent Read(CancellationToken token)
    {
        var source = SpectralSource.Load(_input.Path, _room.Options.Reading.MaxFileBytes);
        if (_room.Manifest is not null)
            _stamp = FileStamps.Of(source);
        return _room.Reader.Read(source, _room.Options.Reading, token);
    }

    private ComparedSpectrum Compare(Spectrum spectrum, CancellationToken token)
    {
        try
        {
            return new ComparedSpectrum(
                spectrum, SpectrumComparer.Compare(_room.Baseline, spectrum, _room.Options.Comparison, token), null);
        }
        catch (SpectralException e)
        {
            return new ComparedSpectrum(spectrum, null, e.Error);
        }
    }

    private SpectralResult Save(
        ComparedSpectrum compared, IReadOnlyList<OutputTarget> targets, SpectralResult result, CancellationToken token)
    {
        _clock.Enter(BatchStage.GraphGeneration);
        if (targets.FirstOrDefault(t => t.Action == OutputNameAction.Fail) is { } taken)
            throw SpectrumSaver.Taken(taken);
        var wanted = targets.Where(t => t.Action != OutputNameAction.Skip).ToList();
        var kept = targets.Where(t => t.Action == OutputNameAction.Skip).Select(t => t.Path);
        List<PreparedOutput> saved = [];
        if (wanted.Count > 0)
        {
            var prepared = Retrying(() => _saver.Prepare(compared, wanted, token), token);
            _clock.Enter(BatchStage.Saving);
            try
            {
                saved = Retrying(() => _saver.Commit(prepared, outputs => Announce(result, outputs)), token);
            }
            finally
            {
                _clock.Enter(BatchStage.Cleanup);
                SpectrumSaver.Discard(prepared);
            }
        }

        var paths = saved.Select(s => s.Target.Path).Concat(kept).ToList();
        return Finished(result) with
        {
            Status = targets.Count > 0 && saved.Count == 0 ? SpectralResultStatus.Skipped : SpectralResultStatus.Succeeded,
            OutputPath = [.. paths.Where(p => !IsCsv(p))],
            NormalizedCsvPath = paths.Find(IsCsv),
            OutputBytes = saved.Sum(s => s.Length),
            Outputs = [.. saved.Where(s => s.Stamp is not null).Select(Stamped)],
        };
    }

    private void Announce(SpectralResult result, IReadOnlyList<PreparedOutput> outputs)
    {
        if (_room.Manifest?.Saving(result.Path, result.SeriesIndex, outputs) is { } warning)
            Tell(BatchMessageKind.Warning, warning);
    }

    private static SpectralFileStamp Stamped(PreparedOutput output) => output.Stamp! with
    {
        Path = output.Target.Path,
        LastWriteTimeUtc = File.GetLastWriteTimeUtc(output.Target.Path),
    };

    private static bool IsCsv(string path) => path.EndsWith(".csv", StringComparison.Ordinal);

    private T Retrying<T>(Func<T> action, CancellationToken token) => _room.Retry.Execute(
        action,
        (number, why) =>
        {
            _attempts++;
            Tell(BatchMessageKind.Verbose, $"{_input.Path}: try {number} failed: {why.Message}");
        },
        token);

    private SpectralResult Failed(Exception exception, SpectralResult? result = null) => Failed(
        exception is TimeoutException
            ? new SpectralError(
                "FileTimeout",
                SpectralErrorCategory.Timeout,
                FormattableString.Invariant($"The work took longer than {_room.Options.FileTimeout.TotalSeconds:0.###} s."),
                "Raise -FileTimeoutSeconds, or check the share that the file is on.")
            : Failure.Explain(exception, _clock.Stage),
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
            Input = _stamp,
            Duration = stages.Values.Aggregate(TimeSpan.Zero, (sum, stage) => sum + stage),
            Attempts = _attempts,
        };
    }

    // each once a file: a map of a thousand spectra says what is wrong with its header a single time
    private async Task WarnAsync(IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings.Where(_warned.Add))
        {
            await _tell(new BatchEvent(null, BatchMessageKind.Warning, $"{Path.GetFileName(_input.Path)}: {warning}"))
                .ConfigureAwait(false);
        }
    }

    // on a worker's own thread, which may wait for the one that drains the events
    private void Tell(BatchMessageKind kind, string message) => _tell(new BatchEvent(null, kind, message)).AsTask().GetAwaiter().GetResult();

    private ValueTask TellAsync(SpectralResult result) => _tell(new BatchEvent(result));
}
