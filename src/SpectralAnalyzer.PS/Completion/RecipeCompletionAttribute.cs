using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of recipes, and the ids of those that have none.</summary>
public sealed class RecipeCompletionAttribute : ArgumentCompleterAttribute
{
    /// <summary>Completes with the recipes of the user's own store, and of the shared one that the command names already.</summary>
    public RecipeCompletionAttribute()
        : base(typeof(Completer))
    {
    }

    private sealed class Completer : IArgumentCompleter
    {
        public IEnumerable<CompletionResult> CompleteArgument(
            string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        {
            var begun = wordToComplete.Trim('\'', '"');
            return Recipes(SharedStore(fakeBoundParameters))
                .Select(recipe => (Word: recipe.Name ?? recipe.Id, Recipe: recipe))
                .Where(item => item.Word.StartsWith(begun, StringComparison.OrdinalIgnoreCase) || item.Recipe.Id.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                .DistinctBy(item => item.Word, StringComparer.OrdinalIgnoreCase)
                .OrderBy(item => item.Word, StringComparer.OrdinalIgnoreCase)
                .Select(item => new CompletionResult(Quoted(item.Word), item.Word, CompletionResultType.ParameterValue, item.Recipe.ToString()));
        }

        private static IReadOnlyList<LayoutRecipe> Recipes(string? shared)
        {
            try
            {
                return EngineHost.Engine.Normalization.FindRecipes(new NormalizationOptions { RecipePath = shared }, []);
            }
            catch (SpectralException)
            {
                // a store that is not there has nothing to complete with; the cmdlet says so
                return [];
            }
        }

        // only the session knows its folder and its drives
        private static string? SharedStore(IDictionary bound)
        {
            if ((bound["RecipePath"] is PSObject wrapped ? wrapped.BaseObject : bound["RecipePath"])?.ToString() is not { Length: > 0 } stated)
                return null;
            using var session = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
            session.AddScript("$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])").AddArgument(stated);
            return session.Invoke<string>().FirstOrDefault();
        }

        // the parameter takes wildcards: a name that has their characters is meant as it stands
        private static string Quoted(string name)
        {
            var literal = WildcardPattern.Escape(name);
            return literal.All(c => char.IsLetterOrDigit(c) || c is '_' or '-')
                ? literal
                : $"'{CodeGeneration.EscapeSingleQuotedStringContent(literal)}'";
        }
    }
}
