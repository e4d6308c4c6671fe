using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Reflection;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>
/// Completes folders and files as the parameter accepts them: where it takes wildcards, those in names are escaped, elsewhere
/// they are not. PowerShell itself escapes them for every parameter but -LiteralPath.
/// </summary>
internal abstract class PathCompleter : ValueCompleter
{
    private static readonly char[] s_separators = ['/', Path.DirectorySeparatorChar, Path.VolumeSeparatorChar];

    private static readonly Lazy<Dictionary<string, Type>> s_cmdlets = new(() => typeof(PathCompleter).Assembly.GetExportedTypes()
        .Where(type => type.IsDefined(typeof(CmdletAttribute)))
        .ToDictionary(NameOf, StringComparer.OrdinalIgnoreCase));

    private bool _takesWildcards;

    /// <summary>Gets the parameter of the cmdlet.</summary>
    private protected PropertyInfo? Parameter { get; private set; }

    /// <inheritdoc/>
    public sealed override IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        Parameter = s_cmdlets.Value.GetValueOrDefault(commandName.Split('\\')[^1])?.GetProperty(parameterName);
        _takesWildcards = Parameter?.IsDefined(typeof(SupportsWildcardsAttribute)) ?? true;
        return Complete(wordToComplete, fakeBoundParameters);
    }

    /// <summary>Returns whether a file is offered.</summary>
    private protected abstract bool Takes(string fileName);

    /// <inheritdoc/>
    protected override IEnumerable<CompletionResult> Complete(string word, IDictionary bound)
    {
        var text = Unquote(word);
        var value = _takesWildcards ? WildcardPattern.Unescape(text) : text;
        var end = value.LastIndexOfAny(s_separators) + 1;
        var (folder, begun) = (value[..end], value[end..]);
        if (begun.Contains('*', StringComparison.Ordinal) || begun.Contains('?', StringComparison.Ordinal)
            || Resolve(folder.Length > 0 ? folder : ".", literal: true) is not [var full] || !Directory.Exists(full))
            return ByPowerShell(word);
        var before = folder.Length > 0 ? folder : $".{Path.DirectorySeparatorChar}";
        return [.. Find(full, begun).Select(item => Create(before + item.Name, item, FindQuote(word)))];
    }

    private IEnumerable<FileSystemInfo> Find(string folder, string begun)
    {
        try
        {
            return [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()
                .Where(item => item.Name.StartsWith(begun, StringComparison.OrdinalIgnoreCase) && IsOffered(item, begun))
                .OrderBy(item => item.Name, StringComparer.OrdinalIgnoreCase)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // a folder that cannot be read has nothing to offer
            return [];
        }
    }

    private bool IsOffered(FileSystemInfo item, string begun) =>
        (item is DirectoryInfo || Takes(item.Name))
        && (begun.StartsWith('.') || !item.Name.StartsWith('.') && (item.Attributes & FileAttributes.Hidden) == 0);

    // wildcards, drives and the names of servers
    private IEnumerable<CompletionResult> ByPowerShell(string word) => CompletionCompleters.CompleteFilename(word)
        .Where(r => r.ResultType == CompletionResultType.ProviderContainer || Takes(r.ListItemText))
        .Select(r => _takesWildcards || !Path.Exists(r.ToolTip) ? r : new CompletionResult(
            Quote(r.ToolTip, FindQuote(word)), r.ListItemText, r.ResultType, r.ToolTip));

    private CompletionResult Create(string path, FileSystemInfo item, char? quote) => new(
        Quote(_takesWildcards ? WildcardPattern.Escape(path) : path, quote),
        item.Name,
        item is DirectoryInfo ? CompletionResultType.ProviderContainer : CompletionResultType.ProviderItem,
        item.FullName);

    private static string NameOf(Type cmdlet)
    {
        var name = cmdlet.GetCustomAttribute<CmdletAttribute>()!;
        return $"{name.VerbName}-{name.NounName}";
    }
}
