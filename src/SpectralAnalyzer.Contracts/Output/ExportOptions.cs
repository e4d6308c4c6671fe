namespace SpectralAnalyzer;

/// <summary>Where files are saved outside of a batch.</summary>
public sealed record ExportOptions
{
    /// <summary>The full path of the folder, which is created with the first file if it is missing.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>
    /// The template of the names: text with <c>{sample}</c>, <c>{baseline}</c>, <c>{series}</c>, <c>{date}</c>, <c>{index}</c>.
    /// </summary>
    public string FileNameTemplate { get; init; } = "{sample}";

    /// <summary>What happens if a name is taken.</summary>
    public ConflictResolution ConflictResolution { get; init; }

    /// <summary>
    /// Whether a CSV begins with comment lines, which hold the source and the metadata of the spectrum.
    /// </summary>
    public bool IncludeMetadata { get; init; }
}
