using System.Collections;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders, and files with the extension of a spectral format.</summary>
public sealed class SpectralFileCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) =>
            CompletionCompleters.CompleteFilename(word).Where(result =>
                result.ResultType == CompletionResultType.ProviderContainer
                || EngineHost.Engine.FileExtensions.Contains(Path.GetExtension(result.ListItemText).ToLowerInvariant()));
    }
}
