using System.Collections;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names, or else the ids, of the recipes of the user's store and of -RecipePath.</summary>
public sealed class RecipeCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound)
        {
            var start = Unquote(word);
            var shared = Text(bound, "RecipePath") is { } stated && Resolve(stated, literal: true) is [var path] ? path : null;
            return FindRecipes(shared)
                .Select(recipe => (Word: recipe.Name ?? recipe.Id, Recipe: recipe))
                .Where(item => item.Word.StartsWith(start, StringComparison.OrdinalIgnoreCase)
                    || item.Recipe.Id.StartsWith(start, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(item => item.Word, StringComparer.OrdinalIgnoreCase)
                .OrderBy(item => item.Word, StringComparer.OrdinalIgnoreCase)
                .Select(item => Result(
                    Quote(WildcardPattern.Escape(item.Word), FindQuote(word)), item.Word, item.Recipe.ToString()));
        }

        private static IReadOnlyList<LayoutRecipe> FindRecipes(string? shared)
        {
            try
            {
                return EngineHost.Engine.Normalization.FindRecipes(new NormalizationOptions { RecipePath = shared }, []);
            }
            catch (SpectralException)
            {
                // the cmdlet reports that the store is missing
                return [];
            }
        }
    }
}
