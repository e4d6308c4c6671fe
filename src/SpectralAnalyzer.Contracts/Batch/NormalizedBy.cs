namespace SpectralAnalyzer;

/// <summary>Who decided the layout by which a file was read.</summary>
public enum NormalizedBy
{
    /// <summary>Nobody needed to: the layout is certain, or the user stated it.</summary>
    None,

    /// <summary>The best guess was taken.</summary>
    Heuristic,
}
