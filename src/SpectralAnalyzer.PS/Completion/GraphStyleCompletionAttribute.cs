using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of styles of graphs.</summary>
public sealed class GraphStyleCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words =>
        [
            new("Default", "colors that can be distinguished with any color vision"),
            new("Dark", "light on dark, for screens"),
            new("Monochrome", "black and gray, for print without colors"),
        ];
    }
}
