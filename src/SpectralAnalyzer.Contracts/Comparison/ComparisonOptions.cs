namespace SpectralAnalyzer;

/// <summary>How spectra are compared.</summary>
public sealed record ComparisonOptions
{
    /// <summary>How the sample is brought onto the baseline's grid.</summary>
    public ResamplingMethod Resampling { get; init; }

    /// <summary>The fewest points of the baseline, and of the sample, that must lie in the overlap.</summary>
    public int MinimumOverlapPoints { get; init; } = 3;

    /// <summary>The least part of the baseline's range that the overlap must cover.</summary>
    public double MinimumCoverage { get; init; } = 0.1;

    /// <summary>The laser's wavelength in nm: needed between Raman shift and wavelength.</summary>
    public double? LaserWavelength { get; init; }
}
