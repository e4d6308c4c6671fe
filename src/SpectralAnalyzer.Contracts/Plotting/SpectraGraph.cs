namespace SpectralAnalyzer;

/// <summary>What a graph of spectra shows.</summary>
public sealed record SpectraGraph
{
    /// <summary>The spectra, at least one; the first one's units are the graph's.</summary>
    public required IReadOnlyList<Spectrum> Spectra { get; init; }

    /// <summary>How they share the graph.</summary>
    public GraphArrangement Arrangement { get; init; }

    /// <summary>With <see cref="GraphArrangement.Offset"/>: the shift between spectra in y units, or null.</summary>
    public double? Offset { get; init; }

    /// <summary>The title; null: the spectra's names, or their number.</summary>
    public string? Title { get; init; }

    /// <summary>The two limits of x, in any order; null: all that there is.</summary>
    public (double From, double To)? XRange { get; init; }

    /// <summary>The laser's wavelength in nm: needed where Raman shift meets wavelength or wavenumber.</summary>
    public double? LaserWavelength { get; init; }
}
