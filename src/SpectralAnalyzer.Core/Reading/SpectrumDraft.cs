namespace SpectralAnalyzer.Core.Reading;

/// <summary>One spectrum as a format has decoded it, in the file's order.</summary>
/// <param name="X">The abscissae.</param>
/// <param name="Y">The ordinates; NaN marks a missing value.</param>
internal sealed record SpectrumDraft(double[] X, double[] Y)
{
    /// <summary>The series' name, or null where the file gives none.</summary>
    public string? Series { get; init; }

    /// <summary>What x is.</summary>
    public SpectralAxis Axis { get; init; } = SpectralAxis.Unknown;

    /// <summary>What y is.</summary>
    public SpectralOrdinate Ordinate { get; init; } = SpectralOrdinate.Unknown;

    /// <summary>What the file says besides the numbers.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();
}
