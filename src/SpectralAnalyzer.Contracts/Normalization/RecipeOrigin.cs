namespace SpectralAnalyzer;

/// <summary>Who made a recipe.</summary>
public enum RecipeOrigin
{
    /// <summary>A person.</summary>
    Human,

    /// <summary>An AI; what it answered was applied to a whole file and held.</summary>
    Ai,
}
