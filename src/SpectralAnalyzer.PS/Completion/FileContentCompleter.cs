using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Completes what is in the file of the command.</summary>
internal abstract class FileContentCompleter : ValueCompleter
{
    private const string Baseline = "Baseline";

    private bool _isOfBaseline;

    /// <inheritdoc/>
    public sealed override IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        _isOfBaseline = parameterName.StartsWith(Baseline, StringComparison.Ordinal);
        return Complete(wordToComplete, fakeBoundParameters);
    }

    /// <summary>Returns the full path of the file, or null.</summary>
    private protected string? FindFile(IDictionary bound) => _isOfBaseline
        ? Find(bound, Baseline, literal: true)
        : Find(bound, "LiteralPath", literal: true) ?? Find(bound, "Path", literal: false);

    private static string? Find(IDictionary bound, string parameter, bool literal) =>
        Text(bound, parameter) is { } path ? Resolve(path, literal).FirstOrDefault(File.Exists) : null;
}
