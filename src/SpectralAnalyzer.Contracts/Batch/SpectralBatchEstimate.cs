namespace SpectralAnalyzer;

/// <summary>What a batch would take on this machine.</summary>
public sealed record SpectralBatchEstimate
{
    /// <summary>How many files there are.</summary>
    public int FileCount { get; init; }

    /// <summary>How many of them can be processed.</summary>
    public int ValidCount { get; init; }

    /// <summary>How many can not.</summary>
    public int InvalidCount { get; init; }

    /// <summary>Those, with the reason.</summary>
    public IReadOnlyList<InvalidFile> InvalidFiles { get; init => field = ListedValues<InvalidFile>.Of(value); } = ListedValues<InvalidFile>.Of([]);

    /// <summary>How many spectra the files hold.</summary>
    public int SpectrumCount { get; init; }

    /// <summary>The size of the files in bytes.</summary>
    public long TotalBytes { get; init; }

    /// <summary>How long the batch would take, from a short calibration on this machine.</summary>
    public TimeSpan EstimatedDuration { get; init; }

    /// <summary>The memory in MiB that it would need at its peak.</summary>
    public int EstimatedPeakMemoryMB { get; init; }

    /// <summary>The bytes that it would write.</summary>
    public long EstimatedOutputBytes { get; init; }

    /// <summary>The bytes that are free where the outputs go; null where no output folder is stated.</summary>
    public long? FreeDiskBytes { get; init; }

    /// <summary>How many files to work on at once.</summary>
    public int RecommendedThrottleLimit { get; init; }
}
