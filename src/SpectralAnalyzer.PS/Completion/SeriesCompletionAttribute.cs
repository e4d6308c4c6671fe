using System.Collections;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of the spectra in the file of the command: of -Baseline for its own parameters.</summary>
public sealed class SeriesCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : FileContentCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) => FindFile(bound) is { } file
            ? NamesIn(file)
                .Where(name => name.StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase))
                .Select(name => Result(Quote(Escape(name), FindQuote(word)), name, $"a spectrum of {Path.GetFileName(file)}"))
            : [];

        private static IEnumerable<string> NamesIn(string file)
        {
            try
            {
                return EngineHost.Engine.Read(file, ReadOptions.Default, CancellationToken.None).Spectra
                    .Select(spectrum => (spectrum.Series ?? spectrum.Name).Trim())
                    .Where(name => name.Length > 0)
                    .Distinct(StringComparer.OrdinalIgnoreCase);
            }
            catch (SpectralException)
            {
                // the cmdlet reports why the file is refused
                return [];
            }
        }

        private static string Escape(string name) => name
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("*", "\\*", StringComparison.Ordinal)
            .Replace("?", "\\?", StringComparison.Ordinal);
    }
}
