namespace SpectralAnalyzer;

/// <summary>What is computed of the replicates at each x.</summary>
public enum MergeStatistic
{
    /// <summary>The mean.</summary>
    Mean,

    /// <summary>The median.</summary>
    Median,

    /// <summary>The standard deviation of the sample, with n − 1.</summary>
    StandardDeviation,
}
