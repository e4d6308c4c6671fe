namespace SpectralAnalyzer;

/// <summary>How much a batch tells besides its results and warnings.</summary>
public enum BatchDetail
{
    /// <summary>Nothing.</summary>
    Results,

    /// <summary>The story of each file: how it was read, what was tried again and why.</summary>
    Verbose,

    /// <summary>Also the details: what spoke for and against its layout, its hash, its conversions.</summary>
    Debug,
}
