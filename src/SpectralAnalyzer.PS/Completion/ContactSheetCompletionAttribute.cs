using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the grid of a contact sheet.</summary>
public sealed class ContactSheetCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("3x4", "3 graphs side by side, 4 rows: a page of paper"),
            new("4x6", "4 graphs side by side, 6 rows"),
            new("6x8", "6 graphs side by side, 8 rows: a large sheet"),
        ];
    }
}
