namespace SpectralAnalyzer;

/// <summary>What stands before the decimals of a number.</summary>
public enum DecimalMark
{
    /// <summary>A point.</summary>
    Point,

    /// <summary>A comma.</summary>
    Comma,
}
