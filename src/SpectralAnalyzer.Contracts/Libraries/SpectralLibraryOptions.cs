namespace SpectralAnalyzer;

/// <summary>How a library is made.</summary>
public sealed record SpectralLibraryOptions
{
    /// <summary>The method whose steps prepare the spectra, and later each query; null for none.</summary>
    public SpectralMethod? Method { get; init; }

    /// <summary>The range of the grid; null: that of the first spectrum.</summary>
    public SpectralRange? XRange { get; init; }

    /// <summary>The step of the grid; null: the grid is that of the first spectrum.</summary>
    public double? Step { get; init; }

    /// <summary>How spectra are brought to the grid.</summary>
    public ResamplingMethod Resampling { get; init; }

    /// <summary>What names the spectra, and which properties they have.</summary>
    public SpectralLibraryNaming Naming { get; init; } = new();
}
