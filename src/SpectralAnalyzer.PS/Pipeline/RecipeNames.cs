using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Finds the recipes that a user names by id or name, with wildcards.</summary>
internal static class RecipeNames
{
    /// <summary>The recipes that are meant, each once. A name without wildcards that is no recipe's is an error of its own.</summary>
    /// <param name="cmdlet">The cmdlet, which reports the errors.</param>
    /// <param name="recipes">The recipes that there are.</param>
    /// <param name="names">What the user names.</param>
    internal static IReadOnlyList<LayoutRecipe> Find(PSCmdlet cmdlet, IReadOnlyList<LayoutRecipe> recipes, IEnumerable<string> names)
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
                new SpectralError(SpectralErrorIds.RecipeNotFound, SpectralErrorCategory.NotFound, $"There is no recipe '{name}'.", "Get-SpectralRecipe shows those that there are."),
                name));
        }

        return [.. recipes.Where(found.Contains)];
    }
}
