namespace SpectralAnalyzer;

/// <summary>
/// Specifies what a control chart finds unlikely of a process in control. Rules 1 to 8 are those of L. S. Nelson (Journal of
/// Quality Technology 16 (4), 1984); the zone rules of Western Electric (1956) are 1, 5 and 6 with a run of eight.
/// </summary>
[Flags]
public enum ControlRules
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Rule 1: the point is more than three standard deviations from the center.</summary>
    BeyondLimits = 1,

    /// <summary>Rule 2: nine points in a row (Western Electric: eight) are on one side of the center.</summary>
    SameSide = 2,

    /// <summary>Rule 3: six points in a row rise, or six fall.</summary>
    Trend = 4,

    /// <summary>Rule 4: fourteen points in a row go up and down in turn.</summary>
    Alternation = 8,

    /// <summary>Rule 5: two of three points in a row are more than two standard deviations away, on one side.</summary>
    TwoOfThree = 16,

    /// <summary>Rule 6: four of five points in a row are more than one standard deviation away, on one side.</summary>
    FourOfFive = 32,

    /// <summary>Rule 7: fifteen points in a row are within one standard deviation of the center.</summary>
    Stratification = 64,

    /// <summary>Rule 8: eight points in a row are more than one standard deviation away, on both sides.</summary>
    Mixture = 128,

    /// <summary>The exponentially weighted moving average is beyond its own limits.</summary>
    MovingAverage = 256,

    /// <summary>The rules of Nelson and the moving average.</summary>
    Nelson = BeyondLimits | SameSide | Trend | Alternation | TwoOfThree | FourOfFive | Stratification | Mixture | MovingAverage,

    /// <summary>The zone rules of Western Electric, with a run of eight on one side.</summary>
    WesternElectric = BeyondLimits | SameSide | TwoOfThree | FourOfFive,
}
