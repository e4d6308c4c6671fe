using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes one of a few words, each with a tool tip.</summary>
internal abstract class WordCompleter : ValueCompleter
{
    private protected abstract IEnumerable<CompletionWord> Words { get; }

    protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) => Words
        .Where(w => w.StartsWith(Unquote(word)))
        .Select(w => Result(w.Value, w.Value, w.ToolTip));
}
