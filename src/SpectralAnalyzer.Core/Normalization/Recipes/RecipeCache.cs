using Microsoft.Extensions.Caching.Memory;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>The recipes at hand: a cache of bounded size in memory over the shared store and the user's own. Safe for several threads at once.</summary>
internal sealed class RecipeCache : IDisposable
{
    private const int MostCached = 10_000;

    private readonly RecipeStore? _shared;
    private readonly RecipeStore _own;
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MostCached });
    // files that a person named: their fingerprint is not in their name
    private readonly ILookup<string, LayoutRecipe> _found;
    private readonly Lock _sync = new();

    /// <summary>Looks through the stores.</summary>
    /// <param name="options">Which stores.</param>
    /// <exception cref="SpectralException">The shared store is not there.</exception>
    public RecipeCache(NormalizationOptions options)
    {
        _own = RecipeStore.Own(options.OwnRecipes);
        _shared = RecipeStore.Shared(options.RecipePath);
        List<LayoutRecipe> all = [.. _shared?.ReadAll(Unreadable) ?? [], .. _own.ReadAll(Unreadable)];
        _found = all.ToLookup(r => r.Fingerprint, StringComparer.Ordinal);
        IsEmpty = all.Count == 0;
        HasApproved = all.Exists(r => r.IsApproved);
        NewestApprovedUtc = all.Where(r => r.IsApproved).Select(KnownSince).DefaultIfEmpty().Max();
    }

    /// <summary>What is in the stores and is no recipe.</summary>
    public List<string> Unreadable { get; } = [];

    /// <summary>True where there was no recipe when the batch began.</summary>
    public bool IsEmpty { get; }

    /// <summary>True where a person vouches for a recipe.</summary>
    public bool HasApproved { get; }

    /// <summary>When the newest recipe that a person vouches for came into its store; the default where there is none.</summary>
    public DateTime NewestApprovedUtc { get; }

    /// <summary>The user's own store.</summary>
    public RecipeStore Own => _own;

    /// <summary>The recipes of a fingerprint: approved ones first, then those of the shared store, then the newest.</summary>
    public IReadOnlyList<LayoutRecipe> Find(string fingerprint)
    {
        if (_cache.TryGetValue(fingerprint, out LayoutRecipe[]? known))
            return known!;
        return Keep(fingerprint, [.. _found[fingerprint], .. _own.Read(fingerprint)]);
    }

    /// <summary>Looks again: another process may have saved one.</summary>
    public IReadOnlyList<LayoutRecipe> Refresh(string fingerprint)
    {
        lock (_sync)
            return Keep(fingerprint, [.. Find(fingerprint), .. _own.Read(fingerprint)]);
    }

    /// <summary>Takes in a recipe, and saves it to the user's own store.</summary>
    /// <returns>The recipe as it is kept, and why it could not be saved, or null.</returns>
    public (LayoutRecipe Kept, string? Trouble) Add(LayoutRecipe recipe)
    {
        string? trouble = null;
        try
        {
            recipe = _own.Save(recipe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            trouble = $"The recipe cannot be saved to '{_own.Path}', so that it holds for this batch alone. {e.Message}";
        }

        lock (_sync)
            Keep(recipe.Fingerprint, [recipe, .. Find(recipe.Fingerprint)]);
        return (recipe, trouble);
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    private LayoutRecipe[] Keep(string fingerprint, IEnumerable<LayoutRecipe> recipes)
    {
        LayoutRecipe[] kept =
        [
            .. recipes.DistinctBy(r => r.Path ?? r.Id)
                .OrderByDescending(r => r.IsApproved)
                .ThenByDescending(IsShared)
                .ThenByDescending(r => r.Created),
        ];
        return _cache.Set(fingerprint, kept, new MemoryCacheEntryOptions { Size = 1 + kept.Length });
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
