namespace SpectralAnalyzer;

/// <summary>Whether the answer of a library search can be trusted.</summary>
public enum SpectralMatchTrust
{
    /// <summary>The best hit is not closer than the nearest spectrum of another name usually is: most likely not in the
    /// library.</summary>
    Unknown,

    /// <summary>The best hit may be right: its score or its margin is too small, or the library is too small to say.</summary>
    Doubtful,

    /// <summary>The score and the margin to the next name are beyond the limits of the library.</summary>
    Trusted,
}
