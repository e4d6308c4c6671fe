namespace SpectralAnalyzer;

/// <summary>How several spectra share a graph.</summary>
public enum GraphArrangement
{
    /// <summary>All in one panel, one over the other.</summary>
    Overlay,

    /// <summary>Each in its own panel, one below the other, over the same x.</summary>
    Stacked,

    /// <summary>All in one panel, each shifted upwards from the one before.</summary>
    Offset,
}
