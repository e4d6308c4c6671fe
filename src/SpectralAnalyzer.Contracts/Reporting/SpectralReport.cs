namespace SpectralAnalyzer;

/// <summary>The content of a report.</summary>
public sealed record SpectralReport
{
    /// <summary>The results, in the order in which they are listed.</summary>
    public required IReadOnlyList<SpectralResult> Results { get; init; }

    /// <summary>The run that the results come from, or null if it is unknown.</summary>
    public SpectralRun? Run { get; init; }

    /// <summary>The title.</summary>
    public string Title { get; init; } = "Spectral comparison";

    /// <summary>The minimum correlation, or null. A spectrum below it is marked in HTML and is a failure in JUnit.</summary>
    public double? MinimumCorrelation { get; init; }

    /// <summary>Whether the HTML has thumbnails of the graphs.</summary>
    public bool Thumbnails { get; init; } = true;

    /// <summary>Whether the HTML contains the graphs themselves, so that it can be sent without them.</summary>
    public bool EmbedGraphs { get; init; }

    /// <summary>Is called, from any thread, each time a thumbnail is ready; or null.</summary>
    public Action? GraphDone { get; init; }
}
