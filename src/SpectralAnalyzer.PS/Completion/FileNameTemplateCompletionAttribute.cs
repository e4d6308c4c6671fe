using System.Collections;
using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the placeholders of a file name template.</summary>
public sealed class FileNameTemplateCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : ValueCompleter
    {
        private static readonly (string Word, string Meaning)[] s_placeholders =
        [
            ("{sample}", "the file name of the sample without its extension"),
            ("{baseline}", "the file name of the baseline without its extension"),
            ("{series}", "the name of the series, if the file has several spectra"),
            ("{date}", "the date, as yyyyMMdd"),
            ("{index}", "the position in the input, as 0001"),
        ];

        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound)
        {
            var start = Unquote(word);
            var open = start.LastIndexOf('{');
            var isOpen = open >= 0 && start.IndexOf('}', open) < 0;
            var (before, begun) = isOpen ? (start[..open], start[open..]) : (start, "");
            // braces start a script block unless they are quoted
            return s_placeholders
                .Where(p => p.Word.StartsWith(begun, StringComparison.OrdinalIgnoreCase)
                    && !before.Contains(p.Word, StringComparison.OrdinalIgnoreCase))
                .Select(p => Result($"'{(before + p.Word).Replace("'", "''", StringComparison.Ordinal)}'", p.Word, p.Meaning));
        }
    }
}
