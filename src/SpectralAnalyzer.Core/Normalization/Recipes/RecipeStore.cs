using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>A folder of recipes, one small JSON file each. Several processes may use it at once.</summary>
/// <param name="path">Full path of the folder, or of one recipe's file.</param>
internal sealed partial class RecipeStore(string path)
{
    private const string Variable = "SPECTRALANALYZER_RECIPES";
    private const int MaxFileBytes = 1 << 20;
    private const string Unfinished = ".tmp";
    private static readonly TimeSpan s_saveTime = TimeSpan.FromMinutes(1);

    /// <summary>Returns the user's own store.</summary>
    /// <param name="stated">The path that is stated, or null for the default.</param>
    internal static RecipeStore Own(string? stated) => new(
        stated
        ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } value ? System.IO.Path.GetFullPath(value) : null)
        ?? System.IO.Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "SpectralAnalyzer",
            "recipes"));

    /// <summary>Returns the shared store; null if none is stated.</summary>
    /// <exception cref="SpectralException">The store does not exist.</exception>
    internal static RecipeStore? Shared(string? stated)
    {
        if (stated is null)
            return null;
        return System.IO.Path.Exists(stated)
            ? new RecipeStore(stated)
            : throw new SpectralException(
                SpectralErrorIds.RecipePathNotFound,
                SpectralErrorCategory.NotFound,
                $"The recipe store '{stated}' does not exist.",
                "Check -RecipePath.");
    }

    /// <summary>Gets the full path of the folder.</summary>
    internal string Path { get; } = path;

    /// <summary>Reads all recipes.</summary>
    /// <param name="unreadable">Receives the files that are not recipes, with the reason.</param>
    internal List<LayoutRecipe> ReadAll(ICollection<string> unreadable) =>
        [.. Files("*.json").Select(file => TryRead(file, unreadable)).OfType<LayoutRecipe>()];

    /// <summary>Reads the recipes of one fingerprint that this program saved.</summary>
    internal List<LayoutRecipe> Read(string fingerprint) =>
        [
            .. Files(fingerprint + "-*.json").Select(file => TryRead(file, [])).OfType<LayoutRecipe>()
                .Where(recipe => recipe.Fingerprint == fingerprint),
        ];

    /// <summary>Saves a recipe in one step: another process sees all of it or nothing.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    internal LayoutRecipe Save(LayoutRecipe recipe)
    {
        if (!LayoutFingerprint.IsValid(recipe.Fingerprint))
            throw Invalid($"'{recipe.Fingerprint}' is not a fingerprint that this program computes.");
        Directory.CreateDirectory(Path);
        var id = $"{recipe.Fingerprint}-{HashOfLayout(recipe)}";
        var saved = recipe with { Id = id, Path = System.IO.Path.Combine(Path, id + ".json") };
        var unfinished = System.IO.Path.Combine(Path, $".{id}-{Guid.NewGuid():N}{Unfinished}");
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

    /// <summary>Finds what killed processes left of recipes that they were saving.</summary>
    internal IEnumerable<SpectralTempItem> FindUnfinished() => !Directory.Exists(Path) ? [] : new DirectoryInfo(Path)
        .EnumerateFiles(".*" + Unfinished, new EnumerationOptions { AttributesToSkip = FileAttributes.ReparsePoint })
        .Where(file => UnfinishedName().IsMatch(file.Name)).OrderBy(file => file.Name, StringComparer.Ordinal)
        // a recipe is saved within moments
        .Select(file => new SpectralTempItem(
            file.FullName, file.Length, 1, file.LastWriteTime, InUse: DateTime.UtcNow - file.LastWriteTimeUtc < s_saveTime));

    /// <summary>Removes a file that <see cref="FindUnfinished"/> found; returns null for any other.</summary>
    internal static SpectralTempItem? RemoveUnfinished(SpectralTempItem item)
    {
        if (!UnfinishedName().IsMatch(System.IO.Path.GetFileName(item.Path)))
            return null;
        if (item.InUse)
            return item;
        File.Delete(item.Path);
        return item with { Removed = true };
    }

    [GeneratedRegex(@"^\.[A-Za-z0-9]+-[0-9a-f]{8}-[0-9a-f]{32}\.tmp$", RegexOptions.CultureInvariant)]
    private static partial Regex UnfinishedName();

    private IEnumerable<string> Files(string pattern)
    {
        if (File.Exists(Path))
            return pattern == "*.json" ? [Path] : [];
        return Directory.Exists(Path)
            ? Directory.EnumerateFiles(Path, pattern)
                .Where(file => !System.IO.Path.GetFileName(file).StartsWith('.')).Order(StringComparer.Ordinal)
            : [];
    }

    private static LayoutRecipe? TryRead(string file, ICollection<string> unreadable)
    {
        try
        {
            if (new FileInfo(file).Length > MaxFileBytes)
                throw Invalid("It is too large for a recipe.");
            var recipe = RecipeJson.Read(File.ReadAllText(file));
            if (recipe.Fingerprint.Length == 0)
                throw Invalid("It has no fingerprint. Save-SpectralRecipe adds that of a file of its layout.");
            return recipe with { Id = System.IO.Path.GetFileNameWithoutExtension(file), Path = file };
        }
        catch (Exception e) when (e is SpectralException or IOException or UnauthorizedAccessException)
        {
            unreadable.Add($"'{file}': {e.Message}");
            return null;
        }
    }

    private static SpectralException Invalid(string message) =>
        new(SpectralErrorIds.InvalidRecipe, SpectralErrorCategory.InvalidData, message);

    // the same layout gets the same name, so that a store does not fill with copies
    private static string HashOfLayout(LayoutRecipe recipe)
    {
        var layout = FormattableString.Invariant(
            $"{recipe.Delimiter}/{recipe.DecimalMark}/{recipe.HeaderLine}/{recipe.FirstDataLine}/{recipe.XColumn}/")
            + FormattableString.Invariant(
            $"{string.Join(',', recipe.YColumns)}/{recipe.XUnit}/{recipe.Ordinate}/{recipe.Arrangement}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(layout)).AsSpan(0, 4));
    }
}
