namespace SpectralAnalyzer;

/// <summary>The spectrum that a band is measured in.</summary>
public enum BandSource
{
    /// <summary>The sample.</summary>
    Sample,

    /// <summary>The baseline.</summary>
    Baseline,

    /// <summary>The sample minus the baseline.</summary>
    Difference,
}
