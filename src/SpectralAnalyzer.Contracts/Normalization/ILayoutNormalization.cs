namespace SpectralAnalyzer;

/// <summary>Resolves layouts outside of a batch, shows AI requests, and manages recipes.</summary>
public interface ILayoutNormalization
{
    /// <summary>
    /// Starts a session that reads files as a batch does: by a recipe, by an AI, or by the best guess.
    /// The limits apply to all of them together.
    /// </summary>
    /// <param name="options">How uncertain layouts are resolved.</param>
    /// <exception cref="SpectralException">An option is not valid.</exception>
    ILayoutSession Start(NormalizationOptions options);

    /// <summary>Returns the request that would be sent to an AI for a file. Nothing is sent.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="reading">What the user states about it.</param>
    /// <param name="options">How an uncertain layout is resolved.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The file cannot be read, or is not a text.</exception>
    AiRequest ShowRequest(string path, ReadOptions reading, NormalizationOptions options, CancellationToken cancellationToken);

    /// <summary>Finds the recipes of the stores, in no particular order.</summary>
    /// <param name="options">The stores: the user's own and, if stated, the shared one.</param>
    /// <param name="unreadable">Receives the files that are not recipes, with the reason.</param>
    IReadOnlyList<LayoutRecipe> FindRecipes(NormalizationOptions options, ICollection<string> unreadable);

    /// <summary>Computes the fingerprint of a file's layout.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="reading">What the user states about it; only the encoding matters.</param>
    /// <exception cref="SpectralException">The file cannot be read, or is not a text.</exception>
    string Fingerprint(string path, ReadOptions reading);

    /// <summary>Parses a recipe: the JSON of a recipe's file, or of an AI's answer.</summary>
    /// <param name="json">The text.</param>
    /// <exception cref="SpectralException">The text is not a recipe.</exception>
    LayoutRecipe ParseRecipe(string json);

    /// <summary>Reads a whole file by a recipe. Nothing is saved.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="recipe">The recipe.</param>
    /// <param name="reading">What the user states about the file.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The recipe does not fit the file.</exception>
    SpectralFileContent ApplyRecipe(string path, LayoutRecipe recipe, ReadOptions reading, CancellationToken cancellationToken);

    /// <summary>Saves a recipe in one step. A recipe with the same id is replaced.</summary>
    /// <param name="recipe">The recipe; its id is made from its fingerprint and layout.</param>
    /// <param name="folder">Full path of the store's folder; null: the user's own store.</param>
    /// <returns>The recipe with its id and path.</returns>
    /// <exception cref="SpectralException">The folder cannot be written, or the recipe has no fingerprint.</exception>
    LayoutRecipe SaveRecipe(LayoutRecipe recipe, string? folder);

    /// <summary>Removes a recipe's file.</summary>
    /// <param name="recipe">A recipe of a store.</param>
    /// <exception cref="SpectralException">The file cannot be removed.</exception>
    void RemoveRecipe(LayoutRecipe recipe);
}
