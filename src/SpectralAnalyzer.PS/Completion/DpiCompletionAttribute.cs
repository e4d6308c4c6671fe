using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes usual resolutions of graphs.</summary>
public sealed class DpiCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("96", "96 dpi: for the screen"),
            new("150", "150 dpi: for drafts"),
            new("300", "300 dpi: for print"),
            new("600", "600 dpi: for journals that ask for it"),
        ];
    }
}
