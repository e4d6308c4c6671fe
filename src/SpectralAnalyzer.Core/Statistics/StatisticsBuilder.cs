namespace SpectralAnalyzer.Core.Statistics;

/// <summary>Gathers the statistics of results in bounded memory. Safe for several threads at once.</summary>
internal sealed class StatisticsBuilder
{
    private readonly Lock _sync = new();
    private readonly QuantileSketch _durations = new();
    private readonly (SpectralMetric Metric, QuantileSketch Values)[] _metrics =
        [.. SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.Statistics)).Select(m => (m, new QuantileSketch()))];

    private readonly SortedDictionary<BatchStage, QuantileSketch> _stages = [];
    private readonly SortedDictionary<string, int> _errorIds = new(StringComparer.Ordinal);
    private readonly SortedDictionary<SpectralVerdict, int> _verdicts = [];
    // of files with several spectra that were tried again: a result says how often its file was, up to then
    private readonly Dictionary<(string Path, int Index), int> _counted = [];
    private int _files;
    private int _succeeded;
    private int _failed;
    private int _skipped;
    private int _retries;
    private long _bytes;
    private int _aiRequests;
    private long _aiTokens;

    /// <summary>Failures so far.</summary>
    internal int Failed
    {
        get
        {
            lock (_sync)
                return _failed;
        }
    }

    /// <summary>Adds a result. The first of a file's series counts the file.</summary>
    internal void Add(SpectralResult result)
    {
        lock (_sync)
        {
            if (result.SeriesIndex == 0)
            {
                _files++;
                _aiRequests += result.Decision?.Requests ?? 0;
                _aiTokens += result.Decision?.Tokens ?? 0;
            }

            _ = result.Status switch
            {
                SpectralResultStatus.Succeeded => _succeeded++,
                SpectralResultStatus.Failed => _failed++,
                _ => _skipped++,
            };
            _retries += NewRetries(result);
            _bytes += result.OutputBytes;
            _durations.Add(result.DurationMilliseconds / 1000);
            foreach (var (stage, milliseconds) in result.StageMilliseconds)
            {
                if (!_stages.TryGetValue(stage, out var durations))
                    _stages.Add(stage, durations = new QuantileSketch());
                durations.Add(milliseconds / 1000);
            }

            if (result.Verdict != SpectralVerdict.None)
                _verdicts[result.Verdict] = _verdicts.GetValueOrDefault(result.Verdict) + 1;
            if (result.Error is { } error)
                _errorIds[error.Id] = _errorIds.GetValueOrDefault(error.Id) + 1;
            if (result.Comparison is not { } comparison)
                return;
            foreach (var (metric, values) in _metrics)
            {
                if (metric.Value(comparison) is var value && double.IsFinite(value))
                    values.Add(value);
            }
        }
    }

    /// <summary>The statistics so far.</summary>
    /// <param name="elapsed">The wall-clock time of the batch, where it is known.</param>
    internal SpectralBatchStatistics Build(TimeSpan? elapsed = null)
    {
        lock (_sync)
        {
            var count = _succeeded + _failed + _skipped;
            var metrics = _metrics.Where(m => m.Values.Count > 0)
                .ToDictionary(m => m.Metric.Name, m => m.Values.ToDistribution()!);
            return new SpectralBatchStatistics
            {
                Count = count,
                FileCount = _files,
                Succeeded = _succeeded,
                Failed = _failed,
                Skipped = _skipped,
                SuccessRate = count == 0 ? double.NaN : (double)(_succeeded + _skipped) / count,
                Elapsed = elapsed,
                FilesPerSecond = elapsed is { TotalSeconds: > 0 } time ? _files / time.TotalSeconds : null,
                Duration = _durations.Count == 0 ? null : _durations.ToDurations(),
                Stages = _stages.ToDictionary(s => s.Key, s => s.Value.ToDurations()),
                Retries = _retries,
                BytesWritten = _bytes,
                AiRequests = _aiRequests,
                AiTokens = _aiTokens,
                Metrics = metrics,
                Correlation = metrics.GetValueOrDefault(nameof(SpectralComparison.Correlation)),
                Rmse = metrics.GetValueOrDefault(nameof(SpectralComparison.Rmse)),
                Verdicts = new SortedDictionary<SpectralVerdict, int>(_verdicts),
                ErrorIds = new SortedDictionary<string, int>(_errorIds, StringComparer.Ordinal),
            };
        }
    }

    private int NewRetries(SpectralResult result)
    {
        var retries = Math.Max(0, result.Attempts - 1);
        if (result.SeriesCount < 2)
            return retries;
        var file = (result.Path, result.Index);
        var before = result.SeriesIndex == 0 ? 0 : _counted.GetValueOrDefault(file);
        if (result.SeriesIndex == result.SeriesCount - 1)
            _counted.Remove(file);
        else if (retries > 0)
            _counted[file] = Math.Max(before, retries);
        return Math.Max(0, retries - before);
    }
}
