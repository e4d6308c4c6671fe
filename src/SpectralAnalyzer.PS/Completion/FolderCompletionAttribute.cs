using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders.</summary>
public sealed class FolderCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) =>
            CompletionCompleters.CompleteFilename(word).Where(r => r.ResultType == CompletionResultType.ProviderContainer);
    }
}
