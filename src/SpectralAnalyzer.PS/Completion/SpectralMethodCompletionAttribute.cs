using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders and method files.</summary>
public sealed class SpectralMethodCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        private static readonly string[] s_extensions = [".yaml", ".yml", ".json"];

        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) =>
            CompletionCompleters.CompleteFilename(word).Where(result =>
                result.ResultType == CompletionResultType.ProviderContainer
                || s_extensions.Contains(Path.GetExtension(result.ListItemText).ToLowerInvariant()));
    }
}
