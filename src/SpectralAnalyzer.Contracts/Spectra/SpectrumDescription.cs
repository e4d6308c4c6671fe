namespace SpectralAnalyzer;

/// <summary>What is known of a spectrum besides its points.</summary>
public sealed record SpectrumDescription
{
    /// <summary>What the spectrum is called: the series' name, or the file's name without its extension.</summary>
    public string Name { get; init; } = "";

    /// <summary>Full path of the file it was read from; empty for a spectrum made in memory.</summary>
    public string Path { get; init; } = "";

    /// <summary>The series' name within a file of several spectra; null where the file holds one.</summary>
    public string? Series { get; init; }

    /// <summary>The spectrum's place in its file, from 0.</summary>
    public int SeriesIndex { get; init; }

    /// <summary>What x is.</summary>
    public SpectralAxis Axis { get; init; } = SpectralAxis.Unknown;

    /// <summary>What y is.</summary>
    public SpectralOrdinate Ordinate { get; init; } = SpectralOrdinate.Unknown;

    /// <summary>Everything else that the file says, as name and value, in the file's order.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } = new Dictionary<string, string>();

    /// <summary>The layout of a text file; null for formats that state their own.</summary>
    public TableLayout? Layout { get; init; }

    /// <summary>How sure the reading is, from 0 to 1.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The steps that prepared it, in order.</summary>
    public IReadOnlyList<SpectralStep> History { get; init; } = [];
}
