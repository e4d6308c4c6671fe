namespace SpectralAnalyzer;

/// <summary>What was read from one file.</summary>
public sealed record SpectralFileContent
{
    /// <summary>Everything that is known of the file.</summary>
    public required SpectralFileReport Report { get; init; }

    /// <summary>The spectra, in the file's order.</summary>
    public required IReadOnlyList<Spectrum> Spectra { get; init; }
}
