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

    /// <summary>The part of a spectrum's height that a peak must stand out by to count.</summary>
    public double MinimumPeakProminence { get; init; } = 0.02;

    /// <summary>The y quantity in which the two are compared; null for the baseline's own.</summary>
    public OrdinateKind? CompareAs { get; init; }

    /// <summary>The laser's wavelength in nm: needed between Raman shift and wavelength.</summary>
    public double? LaserWavelength { get; init; }

    /// <summary>
    /// Whether an intensity is one per unit of x, which a conversion of x multiplies by |dx/dx'| (the Jacobian); else it is
    /// compared as it stands, with a warning.
    /// </summary>
    public bool ApplyJacobian { get; init; }

    /// <summary>
    /// The start of the region in which noise is measured, in the baseline's x unit; null for the start of the overlap.
    /// </summary>
    public double? NoiseRegionMin { get; init; }

    /// <summary>The end of that region. Where neither is stated, it is the quietest one.</summary>
    public double? NoiseRegionMax { get; init; }

    /// <summary>The ranges of x that are compared, in the baseline's x unit; empty for all of the overlap.</summary>
    public IReadOnlyList<SpectralRange> Regions { get; init => field = ListedValues<SpectralRange>.Wrap(value); } =
        ListedValues<SpectralRange>.Wrap([]);
}
