namespace SpectralAnalyzer;

/// <summary>The statistics of a batch, or of any set of results.</summary>
public sealed record SpectralBatchStatistics
{
    /// <summary>The identifier of the run, where the statistics are those of a run's manifest; else null.</summary>
    public string? RunId { get; init; }

    /// <summary>When that run began.</summary>
    public DateTime? StartedUtc { get; init; }

    /// <summary>How that run ended.</summary>
    public SpectralRunEnding? Ending { get; init; }

    /// <summary>How many results there are.</summary>
    public int Count { get; init; }

    /// <summary>How many files they come from.</summary>
    public int FileCount { get; init; }

    /// <summary>How many succeeded.</summary>
    public int Succeeded { get; init; }

    /// <summary>How many failed.</summary>
    public int Failed { get; init; }

    /// <summary>How many were skipped.</summary>
    public int Skipped { get; init; }

    /// <summary>Succeeded and skipped over all, 0 to 1; NaN without results.</summary>
    public double SuccessRate { get; init; }

    /// <summary>Files a second over the wall-clock time of the batch; null for results of which it is not known.</summary>
    public double? FilesPerSecond { get; init; }

    /// <summary>Wall-clock time of the batch; null for results of which it is not known.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>How long the results took.</summary>
    public DurationSummary? Duration { get; init; }

    /// <summary>The same by stage.</summary>
    public IReadOnlyDictionary<BatchStage, DurationSummary> Stages { get; init => field = NamedValues<BatchStage, DurationSummary>.Of(value); } = NamedValues<BatchStage, DurationSummary>.Of(new Dictionary<BatchStage, DurationSummary>());

    /// <summary>Tries beyond the first.</summary>
    public int Retries { get; init; }

    /// <summary>Requests to an AI.</summary>
    public int AiRequests { get; init; }

    /// <summary>Tokens that an AI used.</summary>
    public long AiTokens { get; init; }

    /// <summary>Bytes written.</summary>
    public long BytesWritten { get; init; }

    /// <summary>The most memory in MiB that the process held during the batch; null for results of which it is not known.</summary>
    public int? PeakMemoryMB { get; init; }

    /// <summary>How the correlations with the baseline are distributed; null where none is a number.</summary>
    public ValueDistribution? Correlation { get; init; }

    /// <summary>How the root mean square differences are distributed; null where none is a number.</summary>
    public ValueDistribution? Rmse { get; init; }

    /// <summary>How often each error occurred, by its id.</summary>
    public IReadOnlyDictionary<string, int> ErrorIds { get; init => field = NamedValues<string, int>.Of(value); } = NamedValues<string, int>.Of(new Dictionary<string, int>());
}
