using System.Collections;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of the templates of methods.</summary>
public sealed class MethodTemplateCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) =>
            EngineHost.Engine.Methods.Templates
                .Where(t => t.Key.StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase))
                .Select(t => Result(t.Key, t.Key, t.Value));
    }
}
