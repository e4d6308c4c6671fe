using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Finds recipes by id or name, with wildcards.</summary>
internal static class RecipeNames
{
    /// <summary>Returns the recipes with some ids or names. A name without wildcards that no recipe has is an error.</summary>
    internal static IReadOnlyList<LayoutRecipe> Find(
        PSCmdlet cmdlet, IReadOnlyList<LayoutRecipe> recipes, IEnumerable<string> names)
    {
        var found = new HashSet<LayoutRecipe>();
        foreach (var name in names)
        {
            var pattern = new WildcardPattern(name, WildcardOptions.IgnoreCase);
            var those = recipes.Where(r => pattern.IsMatch(r.Id) || (r.Name is { } own && pattern.IsMatch(own))).ToList();
            found.UnionWith(those);
            if (those.Count > 0 || WildcardPattern.ContainsWildcardCharacters(name))
                continue;
            cmdlet.WriteError(ErrorRecords.From(
                new SpectralError(
                    SpectralErrorIds.RecipeNotFound,
                    SpectralErrorCategory.NotFound,
                    $"There is no recipe '{name}'.",
                    "Get-SpectralRecipe lists the recipes."),
                name));
        }

        return [.. recipes.Where(found.Contains)];
    }
}
