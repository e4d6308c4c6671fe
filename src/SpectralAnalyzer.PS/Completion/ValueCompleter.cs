using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes the value of a parameter.</summary>
internal abstract class ValueCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters) =>
        Complete(wordToComplete, fakeBoundParameters);

    /// <summary>Returns the values that complete a word, which may have quotes.</summary>
    /// <param name="word">The word.</param>
    /// <param name="bound">The values of the other parameters.</param>
    protected abstract IEnumerable<CompletionResult> Complete(string word, IDictionary bound);

    private protected static string Unquote(string word) => word.Trim('\'', '"');

    /// <summary>Returns the first value of a parameter as text, or null.</summary>
    private protected static string? Text(IDictionary bound, string parameter)
    {
        var value = bound[parameter] is PSObject wrapped ? wrapped.BaseObject : bound[parameter];
        var text = value is IList { Count: > 0 } list ? list[0]?.ToString() : value?.ToString();
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>Returns the full paths for a path. Only the session knows its folder and its drives.</summary>
    private protected static IEnumerable<string> Resolve(string path, bool literal)
    {
        using var session = System.Management.Automation.PowerShell.Create(RunspaceMode.CurrentRunspace);
        session.AddScript(literal
            ? "$ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($args[0])"
            : "$provider = $null; "
                + "$ExecutionContext.SessionState.Path.GetResolvedProviderPathFromPSPath($args[0], [ref] $provider)");
        return session.AddArgument(path).Invoke<string>();
    }

    private protected static CompletionResult Result(string value, string text, string toolTip) =>
        new(value, text, CompletionResultType.ParameterValue, toolTip);
}
