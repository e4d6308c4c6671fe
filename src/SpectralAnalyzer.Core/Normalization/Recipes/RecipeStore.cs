using System.Security.Cryptography;
using System.Text;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>A store of recipes on the disk: one small JSON file each. Several processes may use it at once.</summary>
/// <param name="path">Full path of the folder, or of one recipe's file.</param>
internal sealed class RecipeStore(string path)
{
    private const string Variable = "SPECTRALANALYZER_RECIPES";
    private const int LargestFile = 1 << 20;

    /// <summary>The folder of the user's own recipes.</summary>
    /// <param name="stated">The one that is stated, or null.</param>
    public static RecipeStore Own(string? stated) => new(
        stated
        ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } variable ? System.IO.Path.GetFullPath(variable) : null)
        ?? System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "SpectralAnalyzer", "recipes"));

    /// <summary>The shared store.</summary>
    /// <param name="stated">The one that is stated, or null.</param>
    /// <exception cref="SpectralException">It is not there.</exception>
    public static RecipeStore? Shared(string? stated)
    {
        if (stated is null)
            return null;
        return System.IO.Path.Exists(stated)
            ? new RecipeStore(stated)
            : throw new SpectralException("RecipePathNotFound", SpectralErrorCategory.NotFound, $"There is no store of recipes '{stated}'.", "Check -RecipePath.");
    }

    /// <summary>Full path of the folder.</summary>
    public string Path { get; } = path;

    /// <summary>All recipes; what is none, or cannot be read, is told.</summary>
    /// <param name="unreadable">Takes in what is no recipe, with the reason.</param>
    public List<LayoutRecipe> ReadAll(ICollection<string> unreadable) =>
        [.. Files("*.json").Select(file => TryRead(file, unreadable)).OfType<LayoutRecipe>()];

    /// <summary>The recipes of one fingerprint that this program saved.</summary>
    public List<LayoutRecipe> Read(string fingerprint) =>
        [.. Files(fingerprint + "-*.json").Select(file => TryRead(file, [])).OfType<LayoutRecipe>().Where(r => r.Fingerprint == fingerprint)];

    /// <summary>Saves a recipe in one step: another process sees the whole of it or nothing.</summary>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public LayoutRecipe Save(LayoutRecipe recipe)
    {
        Directory.CreateDirectory(Path);
        var id = $"{recipe.Fingerprint}-{Mark(recipe)}";
        var saved = recipe with { Id = id, Path = System.IO.Path.Combine(Path, id + ".json") };
        var unfinished = System.IO.Path.Combine(Path, $".{id}-{Guid.NewGuid():N}.tmp");
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                stream.Write(Encoding.UTF8.GetBytes(RecipeJson.Write(recipe)));
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, saved.Path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }

        return saved;
    }

    private IEnumerable<string> Files(string pattern)
    {
        if (File.Exists(Path))
            return pattern == "*.json" ? [Path] : [];
        return Directory.Exists(Path) ? Directory.EnumerateFiles(Path, pattern).Where(f => !System.IO.Path.GetFileName(f).StartsWith('.')).Order(StringComparer.Ordinal) : [];
    }

    private static LayoutRecipe? TryRead(string file, ICollection<string> unreadable)
    {
        try
        {
            if (new FileInfo(file).Length > LargestFile)
                throw new SpectralException("InvalidRecipe", SpectralErrorCategory.InvalidData, "It is too large for a recipe.");
            var recipe = RecipeJson.Read(File.ReadAllText(file));
            if (recipe.Fingerprint.Length == 0)
                throw new SpectralException("InvalidRecipe", SpectralErrorCategory.InvalidData, "It has no fingerprint; Save-SpectralRecipe adds that of a sample file.");
            return recipe with { Id = System.IO.Path.GetFileNameWithoutExtension(file), Path = file };
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
        {
            unreadable.Add($"'{file}': {e.Message}");
            return null;
        }
    }

    // the same layout gets the same name, so that a store does not fill with copies
    private static string Mark(LayoutRecipe recipe)
    {
        var layout = FormattableString.Invariant(
            $"{recipe.Delimiter}/{recipe.DecimalMark}/{recipe.HeaderLine}/{recipe.FirstDataLine}/{recipe.XColumn}/{string.Join(',', recipe.YColumns)}/{recipe.XUnit}/{recipe.Ordinate}/{recipe.Arrangement}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(layout)).AsSpan(0, 4));
    }
}
