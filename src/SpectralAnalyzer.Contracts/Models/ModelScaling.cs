namespace SpectralAnalyzer;

/// <summary>What the values at each x are divided by after their mean is subtracted.</summary>
public enum ModelScaling
{
    /// <summary>Nothing: strong bands count more.</summary>
    None,

    /// <summary>Their standard deviation: every x counts the same, noise too.</summary>
    AutoScale,

    /// <summary>The square root of their standard deviation: between both.</summary>
    Pareto,
}
