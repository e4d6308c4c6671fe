namespace SpectralAnalyzer;

/// <summary>How a query is scored against a spectrum of a library. docs/analytics.md has each formula and its source.</summary>
public enum SearchMetric
{
    /// <summary>The hit quality index: the square of the correlation, 0 to 1; a negative correlation counts as 0.</summary>
    Correlation,

    /// <summary>The cosine of the angle between the spectra as vectors, −1 to 1.</summary>
    Cosine,

    /// <summary>The hit quality index of the differences between neighboring points, 0 to 1; a slow background cancels.</summary>
    DerivativeCorrelation,

    /// <summary>The distance of the spectra, each with its minimum at 0 and of length 1: from 0, which is best, to √2.</summary>
    Euclidean,
}
