namespace SpectralAnalyzer;

/// <summary>How a graph shows a sample and its baseline.</summary>
public enum GraphView
{
    /// <summary>One over the other, as they are, and their difference below.</summary>
    Overlay,

    /// <summary>One over the other, each scaled so that it goes from 0 to 1 in the range that is drawn.</summary>
    Normalized,

    /// <summary>The sample shifted upwards, so that the two do not cross.</summary>
    Offset,

    /// <summary>Their difference alone.</summary>
    Difference,
}
