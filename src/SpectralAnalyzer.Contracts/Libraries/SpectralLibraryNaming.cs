namespace SpectralAnalyzer;

/// <summary>What names the spectra of a library, and which properties they have.</summary>
public sealed record SpectralLibraryNaming
{
    /// <summary>The entry of a spectrum's metadata, or the column of the properties, that names it; null: the default.</summary>
    public string? NameProperty { get; init; }

    /// <summary>The names of the metadata that become properties; wildcards are allowed.</summary>
    public IReadOnlyList<string> Properties { get; init; } = ["*"];

    /// <summary>Full path of a CSV file with a row of properties for each spectrum; null for none.</summary>
    public string? PropertyPath { get; init; }
}
