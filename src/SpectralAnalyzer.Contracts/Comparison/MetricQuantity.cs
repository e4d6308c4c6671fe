namespace SpectralAnalyzer;

/// <summary>The kind of number that a metric is: it decides the unit and the digits that are shown.</summary>
public enum MetricQuantity
{
    /// <summary>A coefficient between −1 and 1, without a unit.</summary>
    Coefficient,

    /// <summary>An angle in radians.</summary>
    Angle,

    /// <summary>A difference of y values, in the baseline's y unit.</summary>
    Difference,

    /// <summary>A position on the x axis, in the baseline's x unit.</summary>
    Position,

    /// <summary>A signed difference of two positions, in the baseline's x unit.</summary>
    Shift,

    /// <summary>An area under a curve, in y unit × x unit.</summary>
    Area,

    /// <summary>A fraction from 0 to 1, shown in percent.</summary>
    Fraction,

    /// <summary>A number of points.</summary>
    Count,

    /// <summary>A ratio of two values, without a unit.</summary>
    Ratio,
}
