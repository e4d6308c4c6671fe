namespace SpectralAnalyzer;

/// <summary>Uncertain layouts outside of a batch: reading through the same door, what an AI would be sent, and the store of recipes.</summary>
public interface ILayoutNormalization
{
    /// <summary>Starts to read files as a batch would: by a recipe, by an AI, or by the best guess. The bounds count for all of them together.</summary>
    /// <param name="options">How uncertain layouts are settled.</param>
    /// <exception cref="SpectralException">An option does not hold.</exception>
    ILayoutSession Start(NormalizationOptions options);

    /// <summary>What would be sent to an AI about a file. Nothing is sent.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="reading">What the user states about it.</param>
    /// <param name="options">How an uncertain layout is settled.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SpectralException">The file cannot be read, or is no text.</exception>
    AiRequest ShowRequest(string path, ReadOptions reading, NormalizationOptions options, CancellationToken cancellationToken);

    /// <summary>The recipes of the stores, in no particular order.</summary>
    /// <param name="options">Which stores: the user's own and, where one is named, the shared one.</param>
    /// <param name="unreadable">Takes in what is in a store and is no recipe, with the reason.</param>
    IReadOnlyList<LayoutRecipe> FindRecipes(NormalizationOptions options, ICollection<string> unreadable);

    /// <summary>The fingerprint of a file's layout.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="reading">What the user states about it: the encoding counts.</param>
    /// <exception cref="SpectralException">The file cannot be read, or is no text.</exception>
    string Fingerprint(string path, ReadOptions reading);

    /// <summary>Reads a recipe from its JSON: what a recipe's file or an AI's answer holds.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="SpectralException">It is no recipe.</exception>
    LayoutRecipe ParseRecipe(string json);

    /// <summary>Applies a recipe to a file, whole, without saving anything.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="reading">What the user states about the file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SpectralException">The recipe does not hold for the file.</exception>
    SpectralFileContent ApplyRecipe(string path, LayoutRecipe recipe, ReadOptions reading, CancellationToken cancellationToken);

    /// <summary>Saves a recipe, in one step: whole or not at all. One of the same id is replaced.</summary>
    /// <param name="recipe">The recipe; its id is made from its fingerprint and layout.</param>
    /// <param name="folder">Full path of the store's folder; null: the user's own.</param>
    /// <returns>The recipe with its id and path.</returns>
    /// <exception cref="SpectralException">The folder cannot be written to, or the recipe has no fingerprint.</exception>
    LayoutRecipe SaveRecipe(LayoutRecipe recipe, string? folder);

    /// <summary>Removes a recipe's file.</summary>
    /// <param name="recipe">A recipe as it was found.</param>
    /// <exception cref="SpectralException">It cannot be removed.</exception>
    void RemoveRecipe(LayoutRecipe recipe);
}
