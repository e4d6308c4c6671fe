namespace SpectralAnalyzer;

/// <summary>Where what is made outside of a batch is saved.</summary>
public sealed record ExportOptions
{
    /// <summary>Full path of the folder; it is made where it is missing, with the first file.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The name's template: text with <c>{sample}</c>, <c>{baseline}</c>, <c>{series}</c>, <c>{date}</c>, <c>{index}</c>.</summary>
    public string FileNameTemplate { get; init; } = "{sample}";

    /// <summary>What happens where a name is taken.</summary>
    public ConflictResolution ConflictResolution { get; init; }
}
