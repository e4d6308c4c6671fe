namespace SpectralAnalyzer;

/// <summary>What is done with a file whose layout is not certain (confidence below 0.8).</summary>
public enum NormalizationMode
{
    /// <summary>
    /// A recipe that fits is applied; else an AI is asked, where one is set up; else the best guess is taken as with <see
    /// cref="Heuristic"/>.
    /// </summary>
    Auto,

    /// <summary>An AI is asked for every text layout that no recipe is known of, also for one that looks certain.</summary>
    Ai,

    /// <summary>
    /// No AI: an approved recipe is applied, else the best guess is taken where its confidence is at least 0.5, marked as such
    /// and warned about.
    /// </summary>
    Heuristic,

    /// <summary>Only a layout with a confidence of at least 0.8 is read; other files fail with the reason.</summary>
    Off,
}
