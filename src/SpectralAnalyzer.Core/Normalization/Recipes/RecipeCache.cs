using Microsoft.Extensions.Caching.Memory;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>A bounded in-memory cache of the recipes of the shared store and the user's own. Thread-safe.</summary>
internal sealed class RecipeCache : IDisposable
{
    private const int MaxCached = 10_000;

    private readonly RecipeStore? _shared;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxCached });
    // all recipes, since the name of a file that a person named does not hold the fingerprint
    private readonly ILookup<string, LayoutRecipe> _byFingerprint;
    private readonly Lock _sync = new();

    /// <summary>Reads the stores.</summary>
    /// <exception cref="SpectralException">The shared store does not exist.</exception>
    internal RecipeCache(NormalizationOptions options)
    {
        Own = RecipeStore.Own(options.OwnRecipes);
        _shared = RecipeStore.Shared(options.RecipePath);
        List<LayoutRecipe> all = [.. _shared?.ReadAll(Unreadable) ?? [], .. Own.ReadAll(Unreadable)];
        _byFingerprint = all.ToLookup(r => r.Fingerprint, StringComparer.Ordinal);
        IsEmpty = all.Count == 0;
        HasApproved = all.Exists(r => r.IsApproved);
        NewestApprovedUtc = all.Where(r => r.IsApproved).Select(KnownSince).DefaultIfEmpty().Max();
    }

    /// <summary>Gets the files of the stores that are not recipes, with the reason.</summary>
    internal List<string> Unreadable { get; } = [];

    /// <summary>Gets whether there was no recipe when the batch began.</summary>
    internal bool IsEmpty { get; }

    /// <summary>Gets whether there is an approved recipe.</summary>
    internal bool HasApproved { get; }

    /// <summary>Gets when the newest approved recipe came into its store; the default value if there is none.</summary>
    internal DateTime NewestApprovedUtc { get; }

    /// <summary>Gets the user's own store.</summary>
    internal RecipeStore Own { get; }

    /// <summary>
    /// Finds the recipes of a fingerprint: approved ones first, then those of the shared store, then the newest.
    /// </summary>
    internal IReadOnlyList<LayoutRecipe> Find(string fingerprint) =>
        _cache.TryGetValue(fingerprint, out LayoutRecipe[]? known)
            ? known!
            : Set(fingerprint, [.. _byFingerprint[fingerprint], .. Own.Read(fingerprint)]);

    /// <summary>Finds the recipes of a fingerprint, including those that another process has saved since.</summary>
    internal IReadOnlyList<LayoutRecipe> Refresh(string fingerprint)
    {
        lock (_sync)
            return Set(fingerprint, [.. Find(fingerprint), .. Own.Read(fingerprint)]);
    }

    /// <summary>Adds a recipe and saves it to the user's own store.</summary>
    /// <returns>The recipe with its id, and a warning if it could not be saved.</returns>
    internal (LayoutRecipe Recipe, string? Warning) Add(LayoutRecipe recipe)
    {
        string? warning = null;
        try
        {
            recipe = Own.Save(recipe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warning = $"The recipe cannot be saved to '{Own.Path}', so it applies to this batch only. {e.Message}";
        }

        lock (_sync)
            Set(recipe.Fingerprint, [recipe, .. Find(recipe.Fingerprint)]);
        return (recipe, warning);
    }

    public void Dispose() => _cache.Dispose();

    private LayoutRecipe[] Set(string fingerprint, IEnumerable<LayoutRecipe> recipes)
    {
        LayoutRecipe[] sorted =
        [
            .. recipes.DistinctBy(r => r.Path ?? r.Id)
                .OrderByDescending(r => r.IsApproved)
                .ThenByDescending(IsShared)
                .ThenByDescending(r => r.Created),
        ];
        return _cache.Set(fingerprint, sorted, new MemoryCacheEntryOptions { Size = 1 + sorted.Length });
    }

    // a file that was copied into a store is younger than the recipe in it
    private static DateTime KnownSince(LayoutRecipe recipe)
    {
        var written = recipe.Path is { } path ? File.GetLastWriteTimeUtc(path) : default;
        return written > recipe.Created ? written : recipe.Created;
    }

    private bool IsShared(LayoutRecipe recipe) =>
        _shared is not null && recipe.Path is { } path && path.StartsWith(_shared.Path, StringComparison.Ordinal);
}
