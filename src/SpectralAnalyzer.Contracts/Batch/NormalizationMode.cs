namespace SpectralAnalyzer;

/// <summary>What is done with a file whose layout is not certain.</summary>
public enum NormalizationMode
{
    /// <summary>The best that is set up is used; today that is <see cref="Heuristic"/>.</summary>
    Auto,

    /// <summary>The best guess is taken where its confidence is at least 0.5, marked as such and warned about.</summary>
    Heuristic,

    /// <summary>Only a layout with a confidence of at least 0.8 is read; other files fail with the reason.</summary>
    Off,
}
