namespace SpectralAnalyzer;

/// <summary>Who made a recipe.</summary>
public enum RecipeOrigin
{
    /// <summary>A person.</summary>
    Human,

    /// <summary>An AI, whose answer was applied to a whole file and fits.</summary>
    Ai,
}
