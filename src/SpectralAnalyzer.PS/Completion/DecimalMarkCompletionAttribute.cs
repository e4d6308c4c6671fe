using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the decimal marks.</summary>
public sealed class DecimalMarkCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    internal static IReadOnlyList<CompletionWord> Words { get; } =
    [
        new("Point", "A point, as in 0.25", ".", "Dot", "Period"),
        new("Comma", "A comma, as in 0,25", ","),
    ];

    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words => DecimalMarkCompletionAttribute.Words;
    }
}
