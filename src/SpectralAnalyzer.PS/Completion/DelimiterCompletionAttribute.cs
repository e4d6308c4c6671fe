using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the delimiters.</summary>
public sealed class DelimiterCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    internal static IReadOnlyList<CompletionWord> Words { get; } =
    [
        new("Comma", "A comma", ","),
        new("Semicolon", "A semicolon, as where the decimal mark is a comma", ";"),
        new("Tab", "A tab", "\t", "`t", "\\t"),
        new("Pipe", "A vertical bar", "|"),
        new("Blanks", "One or more blanks or tabs", " ", "Space", "Spaces", "Whitespace"),
        new("None", "Nothing: one value a line, or columns of fixed width"),
    ];

    private sealed class Completer : WordCompleter
    {
        private protected override IEnumerable<CompletionWord> Words => DelimiterCompletionAttribute.Words;
    }
}
