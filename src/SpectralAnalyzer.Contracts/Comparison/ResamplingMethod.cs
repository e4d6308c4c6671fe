namespace SpectralAnalyzer;

/// <summary>How values are found between the points of a spectrum.</summary>
public enum ResamplingMethod
{
    /// <summary>Straight lines between neighbors.</summary>
    Linear,

    /// <summary>Monotone piecewise cubic Hermite interpolation (Fritsch and Carlson, 1980): no overshoot.</summary>
    Pchip,

    /// <summary>Akima's interpolation (1970): smooth, little overshoot.</summary>
    Akima,
}
