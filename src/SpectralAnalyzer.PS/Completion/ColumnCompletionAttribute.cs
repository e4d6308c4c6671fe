using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text;
using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the names of the columns of the file that the command names already.</summary>
public sealed class ColumnCompletionAttribute : ArgumentCompleterAttribute
{
    /// <summary>Completes with the names of columns.</summary>
    public ColumnCompletionAttribute()
        : base(typeof(Completer))
    {
    }

    private sealed class Completer : IArgumentCompleter
    {
        public IEnumerable<CompletionResult> CompleteArgument(
            string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
        {
            var begun = wordToComplete.Trim('\'', '"');
            if (FileOf(fakeBoundParameters) is not { } file)
                return [];
            return Columns(file)
                .Where(c => c.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                .Select(c => new CompletionResult(Quoted(c), c, CompletionResultType.ParameterValue, $"a column of {Path.GetFileName(file)}"));
        }

        private static string? FileOf(IDictionary bound)
        {
            foreach (var parameter in (string[])["LiteralPath", "Path"])
            {
                var stated = bound[parameter] is PSObject wrapped ? wrapped.BaseObject : bound[parameter];
                var name = stated is IList list && list.Count > 0 ? list[0]?.ToString() : stated?.ToString();
                if (string.IsNullOrEmpty(name))
                    continue;
                if (Resolve(name, parameter == "LiteralPath") is { } file)
                    return file;
            }

            return null;
        }

        // only the session knows its folder and its drives
        private static string? Resolve(string name, bool literal)
        {
            using var session = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
            session.AddScript(literal
                ? "$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])"
                : "$provider = $null; $ExecutionContext.SessionState.Path.GetResolvedProviderPathFromPSPath($args[0], [ref] $provider)");
            session.AddArgument(name);
            return session.Invoke<string>().FirstOrDefault(File.Exists);
        }

        private static string[] Columns(string file)
        {
            var report = EngineHost.Engine.Inspect(file, ReadOptions.Default, CancellationToken.None);
            if (report.Layout is not { HeaderLine: { } line } layout || DelimiterOf(layout.Delimiter) is not { } delimiter)
                return [];
            try
            {
                return File.ReadLines(file, EncodingOf(layout.Encoding)).Skip(line - 1).Take(1)
                    .SelectMany(text => text.Split(delimiter)).Select(name => name.Trim().Trim('"').Trim()).Where(name => name.Length > 0).ToArray();
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // a file that cannot be read has nothing to complete with
                return [];
            }
        }

        private static Encoding EncodingOf(string name)
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

        private static char? DelimiterOf(Delimiter delimiter) => delimiter switch
        {
            Delimiter.Comma => ',',
            Delimiter.Semicolon => ';',
            Delimiter.Tab => '\t',
            Delimiter.Pipe => '|',
            _ => null,
        };

        private static string Quoted(string name) => name.All(c => char.IsLetterOrDigit(c) || c == '_')
            ? name
            : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
    }
}
