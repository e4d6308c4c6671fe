namespace SpectralAnalyzer;

/// <summary>The input for the names of outputs.</summary>
public sealed record OutputNameRequest
{
    /// <summary>The output folder.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The file of the baseline.</summary>
    public required string Baseline { get; init; }

    /// <summary>
    /// The template of the names: text with <c>{sample}</c>, <c>{baseline}</c>, <c>{series}</c>, <c>{date}</c>, <c>{index}</c>.
    /// </summary>
    public string Template { get; init; } = "{sample}_vs_{baseline}";

    /// <summary>The formats of the graph.</summary>
    public IReadOnlyList<GraphFormat> Formats { get; init; } = [GraphFormat.Png];

    /// <summary>What happens if a name is taken.</summary>
    public ConflictResolution ConflictResolution { get; init; }
}
