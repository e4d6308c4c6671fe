namespace SpectralAnalyzer;

/// <summary>How a library is searched.</summary>
public sealed record SpectralSearchOptions
{
    /// <summary>How many hits are returned.</summary>
    public int Top { get; init; } = 5;

    /// <summary>How spectra are scored.</summary>
    public SearchMetric Metric { get; init; }

    /// <summary>The ranges of x that are compared; empty: all of the grid.</summary>
    public IReadOnlyList<SpectralRange> Ranges { get; init; } = [];

    /// <summary>The part of the grid that both spectra must cover, 0 to 1.</summary>
    public double MinimumCoverage { get; init; } = 0.5;

    /// <summary>Whether the query is also explained as a mixture.</summary>
    public bool FindsMixture { get; init; }

    /// <summary>The number of threads; 0: that of the processors. Results do not depend on it.</summary>
    public int ThrottleLimit { get; init; }
}
