using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes nothing: PowerShell would offer the files of the current folder.</summary>
public sealed class NoCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) => [];
    }
}
