using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes folders and tables of text.</summary>
public sealed class TableFileCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : PathCompleter
    {
        private static readonly string[] s_extensions = [".csv", ".tsv", ".txt"];

        private protected override bool Takes(string fileName) =>
            s_extensions.Contains(Path.GetExtension(fileName), StringComparer.OrdinalIgnoreCase);
    }
}
