namespace SpectralAnalyzer;

/// <summary>An estimate of a batch on this machine.</summary>
public sealed record SpectralBatchEstimate
{
    /// <summary>The number of files.</summary>
    public int FileCount { get; init; }

    /// <summary>The number of files that can be processed.</summary>
    public int ValidCount { get; init; }

    /// <summary>The number of files that cannot be processed.</summary>
    public int InvalidCount { get; init; }

    /// <summary>The files that cannot be processed, with the reasons.</summary>
    public IReadOnlyList<InvalidFile> InvalidFiles { get; init => field = ListedValues<InvalidFile>.Wrap(value); } =
        ListedValues<InvalidFile>.Wrap([]);

    /// <summary>The number of spectra in the files.</summary>
    public int SpectrumCount { get; init; }

    /// <summary>The size of the files in bytes.</summary>
    public long TotalBytes { get; init; }

    /// <summary>The duration of the batch, from a short calibration run.</summary>
    public TimeSpan EstimatedDuration { get; init; }

    /// <summary>The peak memory of the batch in MiB.</summary>
    public int EstimatedPeakMemoryMB { get; init; }

    /// <summary>The size of the outputs in bytes.</summary>
    public long EstimatedOutputBytes { get; init; }

    /// <summary>The free disk space for the outputs in bytes, or null if it is unknown.</summary>
    public long? FreeDiskBytes { get; init; }

    /// <summary>The recommended number of files to process in parallel.</summary>
    public int RecommendedThrottleLimit { get; init; }
}
