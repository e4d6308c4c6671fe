using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that take method files.</summary>
public abstract class MethodFileCommand : SpectralCommand
{
    /// <summary>The parameter set with wildcards.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set without.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    private static readonly string[] s_endings = [".method.yaml", ".method.yml", ".method.json"];

    /// <summary>Method files, or folders with files whose names end with .method.yaml; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet,
        HelpMessage = "Method files, or folders with files whose names end with .method.yaml; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [SpectralMethodCompletion]
    public string[] Path { get; set; } = [];

    /// <summary>Method files without wildcards; files from Get-ChildItem bind to this parameter.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "Method files without wildcards; files from Get-ChildItem bind to this parameter.")]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    [SpectralMethodCompletion]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Returns the method files of the current record.</summary>
    protected IEnumerable<string> MethodFiles()
    {
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var item in FindItems(isLiteral ? [] : Path, isLiteral ? LiteralPath : [], ReportPath))
        {
            if (!Directory.Exists(item))
            {
                yield return item;
                continue;
            }

            foreach (var file in Directory.EnumerateFiles(item).Where(IsMethod).Order(StringComparer.Ordinal))
                yield return file;
        }
    }

    /// <summary>Reports a path that cannot be resolved.</summary>
    private protected virtual void ReportPath(ErrorRecord error) => WriteError(error);

    private static bool IsMethod(string path) =>
        s_endings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
