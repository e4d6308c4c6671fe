using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of the columns of the baseline in the command.</summary>
public sealed class BaselineColumnCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ColumnCompletionAttribute.Completer
    {
        private protected override string? FindFile(IDictionary bound) => Find(bound, "Baseline", literal: true);
    }
}
