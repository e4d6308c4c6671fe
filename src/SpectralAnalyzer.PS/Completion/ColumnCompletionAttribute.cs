using System.Collections;
using System.Management.Automation;
using System.Text;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of the columns in the file of the command: of -Baseline for its own parameters.</summary>
public sealed class ColumnCompletionAttribute() : ArgumentCompleterAttribute(typeof(Completer))
{
    private sealed class Completer : FileContentCompleter
    {
        protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound) => FindFile(bound) is { } file
            ? Columns(file)
                .Where(c => c.StartsWith(Unquote(word), StringComparison.OrdinalIgnoreCase))
                .Select(c => Result(Quote(c, FindQuote(word)), c, $"a column of {Path.GetFileName(file)}"))
            : [];

        private static string[] Columns(string file)
        {
            var report = EngineHost.Engine.Inspect(file, ReadOptions.Default, CancellationToken.None);
            if (report.Layout is not { HeaderLine: { } line } layout || ToCharacter(layout.Delimiter) is not { } delimiter)
                return [];
            try
            {
                var header = File.ReadLines(file, FindEncoding(layout.Encoding)).Skip(line - 1).FirstOrDefault() ?? "";
                return [.. header.Split(delimiter).Select(name => name.Trim().Trim('"').Trim()).Where(name => name.Length > 0)];
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // a file that cannot be read has no columns to offer
                return [];
            }
        }

        private static Encoding FindEncoding(string name)
        {
            try
            {
                return Encoding.GetEncoding(name);
            }
            catch (ArgumentException)
            {
                return Encoding.UTF8;
            }
        }

        private static char? ToCharacter(Delimiter delimiter) => delimiter switch
        {
            Delimiter.Comma => ',',
            Delimiter.Semicolon => ';',
            Delimiter.Tab => '\t',
            Delimiter.Pipe => '|',
            _ => null,
        };
    }
}
