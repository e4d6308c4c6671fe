namespace SpectralAnalyzer;

/// <summary>What is measured of a band.</summary>
public enum BandMeasure
{
    /// <summary>The height at an x, or the largest in a range, above the base.</summary>
    Height,

    /// <summary>The area of a range above the base, in y unit × x unit.</summary>
    Area,

    /// <summary>The x of the center of gravity of a range above the base.</summary>
    Centroid,

    /// <summary>The width at half height of the band in a range above the base, in the x unit.</summary>
    Width,

    /// <summary>The value of one band divided by that of another.</summary>
    Ratio,
}
