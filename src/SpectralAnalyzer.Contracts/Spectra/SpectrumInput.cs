namespace SpectralAnalyzer;

/// <summary>What a parameter takes where a spectrum comes in: the path of its file, or spectra in memory.</summary>
public sealed class SpectrumInput
{
    private const string NoExtension = ".spectrum";

    /// <summary>Initializes the input with the path of a file.</summary>
    /// <param name="path">The path, as it is stated.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public SpectrumInput(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Path = path;
    }

    /// <summary>Initializes the input with a spectrum in memory.</summary>
    /// <param name="spectrum">The spectrum.</param>
    public SpectrumInput(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        Spectra = [spectrum];
    }

    /// <summary>Initializes the input with spectra in memory.</summary>
    /// <param name="spectra">The spectra; at least one.</param>
    /// <exception cref="ArgumentException">There is no spectrum.</exception>
    public SpectrumInput(IReadOnlyList<Spectrum> spectra)
    {
        ArgumentNullException.ThrowIfNull(spectra);
        ArgumentOutOfRangeException.ThrowIfZero(spectra.Count, nameof(spectra));
        Spectra = spectra;
    }

    /// <summary>The path of the file, as it is stated; null for spectra in memory.</summary>
    public string? Path { get; }

    /// <summary>The spectra in memory; empty for a file.</summary>
    public IReadOnlyList<Spectrum> Spectra { get; } = [];

    /// <summary>
    /// The path that names of outputs are made of: that of the file, also of the one that a spectrum in memory was read from;
    /// for a spectrum without a file its label, as the name of a file.
    /// </summary>
    public string NamedPath => Path ?? PathFor(Spectra[0]);

    /// <inheritdoc/>
    public override string ToString() => Path ?? string.Join(", ", Spectra.Select(s => s.Label));

    /// <summary>Returns the path of a spectrum's file; for a spectrum without a file its label, as the name of a file.</summary>
    /// <param name="spectrum">The spectrum.</param>
    public static string PathFor(Spectrum spectrum)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        return spectrum.Path.Length > 0
            ? spectrum.Path
            : spectrum.Label.Replace('/', '_').Replace('\\', '_') + NoExtension;
    }
}
