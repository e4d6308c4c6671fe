namespace SpectralAnalyzer;

/// <summary>What decided on the layout of a file.</summary>
public enum NormalizedBy
{
    /// <summary>Nothing needed to: the layout is certain, or the user stated it.</summary>
    None,

    /// <summary>A recipe was applied and fits.</summary>
    Recipe,

    /// <summary>An AI was asked; its answer was applied and fits.</summary>
    Ai,

    /// <summary>The best guess was taken.</summary>
    Heuristic,
}
