namespace SpectralAnalyzer;

/// <summary>The statistics of a batch, or of any set of results.</summary>
public sealed record SpectralBatchStatistics
{
    /// <summary>The identifier of the run, where the statistics are those of a run's manifest; else null.</summary>
    public string? RunId { get; init; }

    /// <summary>The full path of that manifest, where Measure-SpectralBatch read it; else null.</summary>
    public string? Manifest { get; init; }

    /// <summary>When that run began.</summary>
    public DateTime? StartedUtc { get; init; }

    /// <summary>How that run ended.</summary>
    public SpectralRunEnding? Ending { get; init; }

    /// <summary>The number of results.</summary>
    public int Count { get; init; }

    /// <summary>The number of files.</summary>
    public int FileCount { get; init; }

    /// <summary>The number of spectra that succeeded.</summary>
    public int Succeeded { get; init; }

    /// <summary>The number of spectra that failed.</summary>
    public int Failed { get; init; }

    /// <summary>The number of spectra that were skipped.</summary>
    public int Skipped { get; init; }

    /// <summary>The fraction of spectra that succeeded or were skipped; NaN without results.</summary>
    public double SuccessRate { get; init; }

    /// <summary>The files per second of elapsed time, or null if it is unknown.</summary>
    public double? FilesPerSecond { get; init; }

    /// <summary>The elapsed time of the batch, or null if it is unknown.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>The durations of the results.</summary>
    public DurationSummary? Duration { get; init; }

    /// <summary>The durations by stage.</summary>
    public IReadOnlyDictionary<BatchStage, DurationSummary> Stages
    {
        get;
        init => field = NamedValues<BatchStage, DurationSummary>.Wrap(value);
    } = NamedValues<BatchStage, DurationSummary>.Wrap(new Dictionary<BatchStage, DurationSummary>());

    /// <summary>The number of retries.</summary>
    public int Retries { get; init; }

    /// <summary>The number of AI requests.</summary>
    public int AiRequests { get; init; }

    /// <summary>The number of AI tokens.</summary>
    public long AiTokens { get; init; }

    /// <summary>The size of all outputs in bytes.</summary>
    public long BytesWritten { get; init; }

    /// <summary>The peak memory of the process during the batch in MiB, or null if it is unknown.</summary>
    public int? PeakMemoryMB { get; init; }

    /// <summary>The distribution of the correlations, or null if none is a number.</summary>
    public ValueDistribution? Correlation { get; init; }

    /// <summary>The distribution of the root mean square differences, or null if none is a number.</summary>
    public ValueDistribution? Rmse { get; init; }

    /// <summary>
    /// The distributions of the metrics with <see cref="MetricUses.Statistics"/>, by the name of the metric, for example
    /// <c>Rmse</c>; without those that are a number in no comparison.
    /// </summary>
    public IReadOnlyDictionary<string, ValueDistribution> Metrics
    {
        get;
        init => field = NamedValues<string, ValueDistribution>.Wrap(value);
    } = NamedValues<string, ValueDistribution>.Wrap(new Dictionary<string, ValueDistribution>());

    /// <summary>The number of spectra with each verdict; empty where no method judged them.</summary>
    public IReadOnlyDictionary<SpectralVerdict, int> Verdicts
    {
        get;
        init => field = NamedValues<SpectralVerdict, int>.Wrap(value);
    } = NamedValues<SpectralVerdict, int>.Wrap(new Dictionary<SpectralVerdict, int>());

    /// <summary>The number of times each error occurred, by its id.</summary>
    public IReadOnlyDictionary<string, int> ErrorIds { get; init => field = NamedValues<string, int>.Wrap(value); } =
        NamedValues<string, int>.Wrap(new Dictionary<string, int>());
}
