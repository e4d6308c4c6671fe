using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders, and those files that may hold spectra.</summary>
public sealed class SpectralFileCompletionAttribute : ArgumentCompleterAttribute
{
    /// <summary>Completes with folders and spectral files.</summary>
    public SpectralFileCompletionAttribute()
        : base(typeof(Completer))
    {
    }

    private sealed class Completer : IArgumentCompleter
    {
        public IEnumerable<CompletionResult> CompleteArgument(
            string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
            CompletionCompleters.CompleteFilename(wordToComplete).Where(result =>
                result.ResultType == CompletionResultType.ProviderContainer
                || EngineHost.Engine.FileExtensions.Contains(Path.GetExtension(result.ListItemText).ToLowerInvariant()));
    }
}
