namespace SpectralAnalyzer;

/// <summary>Who decided the layout by which a file was read.</summary>
public enum NormalizedBy
{
    /// <summary>Nobody needed to: the layout is certain, or the user stated it.</summary>
    None,

    /// <summary>A recipe of the store was applied and held.</summary>
    Recipe,

    /// <summary>An AI was asked; its answer was applied by the reader and held.</summary>
    Ai,

    /// <summary>The best guess was taken.</summary>
    Heuristic,
}
