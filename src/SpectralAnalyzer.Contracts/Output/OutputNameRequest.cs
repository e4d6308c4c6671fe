namespace SpectralAnalyzer;

/// <summary>What a name is made from.</summary>
public sealed record OutputNameRequest
{
    /// <summary>The folder that outputs go to.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>The baseline's file.</summary>
    public required string Baseline { get; init; }

    /// <summary>The name's template: text with <c>{sample}</c>, <c>{baseline}</c>, <c>{series}</c>, <c>{date}</c>, <c>{index}</c>.</summary>
    public string Template { get; init; } = "{sample}_vs_{baseline}";

    /// <summary>The formats of the graph.</summary>
    public IReadOnlyList<GraphFormat> Formats { get; init; } = [GraphFormat.Png];

    /// <summary>What happens where a name is taken.</summary>
    public ConflictResolution ConflictResolution { get; init; }
}
