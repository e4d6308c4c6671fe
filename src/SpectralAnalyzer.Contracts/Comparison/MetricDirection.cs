namespace SpectralAnalyzer;

/// <summary>Which values of a metric mean that the sample is closer to the baseline.</summary>
public enum MetricDirection
{
    /// <summary>The metric does not rate the match, for example a position.</summary>
    None,

    /// <summary>Larger values are a better match.</summary>
    HigherIsBetter,

    /// <summary>Smaller values are a better match.</summary>
    LowerIsBetter,

    /// <summary>Values closer to zero are a better match.</summary>
    ZeroIsBest,
}
