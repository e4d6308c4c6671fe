namespace SpectralAnalyzer;

/// <summary>What a report tells.</summary>
public sealed record SpectralReport
{
    /// <summary>The results, in the order in which they are told.</summary>
    public required IReadOnlyList<SpectralResult> Results { get; init; }

    /// <summary>The run that they come from; null where it is not known.</summary>
    public SpectralRun? Run { get; init; }

    /// <summary>The title.</summary>
    public string Title { get; init; } = "Spectral comparison";

    /// <summary>A spectrum whose correlation is less than this is marked, and a failure in JUnit; null: there is no limit.</summary>
    public double? MinimumCorrelation { get; init; }

    /// <summary>False: the HTML has no small pictures of the graphs.</summary>
    public bool Thumbnails { get; init; } = true;

    /// <summary>True: the HTML has the graphs themselves in it, so that it can be sent without them.</summary>
    public bool EmbedGraphs { get; init; }

    /// <summary>Is told, from any thread, each time a graph was made small; null: nobody asks.</summary>
    public Action? GraphDone { get; init; }
}
