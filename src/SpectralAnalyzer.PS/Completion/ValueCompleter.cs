using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the value of a parameter.</summary>
internal abstract class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public virtual IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Complete(wordToComplete, fakeBoundParameters);

    /// <summary>Returns the values that complete a word.</summary>
    /// <param name="word">The value so far, within its quotes if it has some.</param>
    /// <param name="bound">The values of the other parameters.</param>
    protected abstract IEnumerable<CompletionResult> Complete(string word, IDictionary bound);

    /// <summary>Returns the value so far without its quotes.</summary>
    private protected static string Unquote(string word) => FindQuote(word) is not { } quote
        ? word
        : word.Length > 1 && word[^1] == quote ? word[1..^1] : word[1..];

    private protected static char? FindQuote(string word) => word is ['\'' or '"', ..] ? word[0] : null;

    /// <summary>Returns a value as PowerShell reads it: within quotes where it needs them, or has had them.</summary>
    /// <param name="value">The value.</param>
    /// <param name="quote">The quote that the user wrote, or null.</param>
    private protected static string Quote(string value, char? quote = null)
    {
        if (quote == '"')
            return $"\"{string.Concat(value.Select(c => c is '`' or '$' or '"' or '“' or '”' or '„' ? $"`{c}" : $"{c}"))}\"";
        return quote is null && !value.StartsWith('-') && value.All(IsPlain)
            ? value
            : $"'{CodeGeneration.EscapeSingleQuotedStringContent(value)}'";
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '/' or '\\' or ':' or '-';

    /// <summary>Returns the first value of a parameter as text, or null.</summary>
    private protected static string? Text(IDictionary bound, string parameter)
    {
        var value = bound[parameter] is PSObject wrapped ? wrapped.BaseObject : bound[parameter];
        var text = value is IList { Count: > 0 } list ? list[0]?.ToString() : value?.ToString();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>
    /// Returns the full paths for a path; none if there is no such drive or file. Only the session knows its folder and its
    /// drives.
    /// </summary>
    private protected static IReadOnlyList<string> Resolve(string path, bool literal)
    {
        using var session = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        session.AddScript(literal
            ? "$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])"
            : "$provider = $null; "
                + "$ExecutionContext.SessionState.Path.GetResolvedProviderPathFromPSPath($args[0], [ref] $provider)");
        try
        {
            return session.AddArgument(path).Invoke<string>();
        }
        catch (RuntimeException)
        {
            // the cmdlet reports it
            return [];
        }
    }

    private protected static CompletionResult Result(string value, string text, string toolTip) =>
        new(value, text, CompletionResultType.ParameterValue, toolTip);
}
