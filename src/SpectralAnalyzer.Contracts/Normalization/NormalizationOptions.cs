namespace SpectralAnalyzer;

/// <summary>How uncertain layouts are resolved.</summary>
public sealed record NormalizationOptions
{
    /// <summary>What is done with an uncertain layout.</summary>
    public NormalizationMode Mode { get; init; }

    /// <summary>The AI that may be asked; null: nothing is ever sent.</summary>
    public AiOptions? Ai { get; init; }

    /// <summary>
    /// Full path of a shared store of recipes, a folder or one recipe's file, that is read and never written; or null.
    /// </summary>
    public string? RecipePath { get; init; }

    /// <summary>
    /// Full path of the folder of the user's own recipes; null: the one that the environment variable
    /// <c>SPECTRALANALYZER_RECIPES</c> names, else <c>SpectralAnalyzer/recipes</c> in the user's application data folder.
    /// </summary>
    public string? OwnRecipes { get; init; }
}
