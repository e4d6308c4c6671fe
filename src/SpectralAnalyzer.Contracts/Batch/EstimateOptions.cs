namespace SpectralAnalyzer;

/// <summary>What an estimate is made for.</summary>
public sealed record EstimateOptions
{
    /// <summary>Full path of the baseline's file; null: the first readable file stands in for it.</summary>
    public string? Baseline { get; init; }

    /// <summary>Full path of the folder that outputs would go to, or null.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>The formats of the graph.</summary>
    public IReadOnlyList<GraphFormat> Formats { get; init; } = [GraphFormat.Png];

    /// <summary>The size and resolution of the graph.</summary>
    public FigureOptions Figure { get; init; } = new();

    /// <summary>How many files are worked on at once; 0: as many as there are processors, at least 3.</summary>
    public int ThrottleLimit { get; init; }

    /// <summary>The memory in MiB that the process may hold; 0: 1000, or 500 more than it holds at the start where that is more.</summary>
    public int MemoryLimitMB { get; init; }
}
