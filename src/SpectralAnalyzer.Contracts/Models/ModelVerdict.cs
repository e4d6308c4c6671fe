namespace SpectralAnalyzer;

/// <summary>Whether a spectrum is like those that a model has learned from.</summary>
public enum ModelVerdict
{
    /// <summary>T² and Q are within their limits.</summary>
    Inside,

    /// <summary>T² or Q is above its limit.</summary>
    Outside,
}
