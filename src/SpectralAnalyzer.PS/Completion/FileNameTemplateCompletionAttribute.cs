using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the placeholders of a file name template, behind what is written already.</summary>
public sealed class FileNameTemplateCompletionAttribute : ArgumentCompleterAttribute
{
    /// <summary>Completes with the placeholders.</summary>
    public FileNameTemplateCompletionAttribute()
        : base(typeof(Completer))
    {
    }

    private sealed class Completer : IArgumentCompleter
    {
        private static readonly (string Word, string Meaning)[] s_placeholders =
        [
            ("{sample}", "the sample's file name without its extension"),
            ("{baseline}", "the baseline's file name without its extension"),
            ("{series}", "the series' name, where the file holds several spectra"),
            ("{date}", "the day, as yyyyMMdd"),
            ("{index}", "the place in the input, as 0001"),
        ];

        public IEnumerable<CompletionResult> CompleteArgument(
            string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        {
            var written = wordToComplete.Trim('\'', '"');
            var open = written.LastIndexOf('{');
            var isOpen = open >= 0 && written.IndexOf('}', open) < 0;
            var (before, begun) = isOpen ? (written[..open], written[open..]) : (written, "");
            foreach (var (word, meaning) in s_placeholders)
            {
                if (!word.StartsWith(begun, StringComparison.OrdinalIgnoreCase) || before.Contains(word, StringComparison.OrdinalIgnoreCase))
                    continue;
                // braces begin a script block unless they are quoted
                yield return new CompletionResult(
                    $"'{(before + word).Replace("'", "''", StringComparison.Ordinal)}'", word, CompletionResultType.ParameterValue, meaning);
            }
        }
    }
}
