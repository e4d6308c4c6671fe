using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of the cmdlets that take files or folders.</summary>
public abstract class FileInputCommand : SpectralCommand
{
    /// <summary>The parameter set with wildcards.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set without.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    private readonly TakenFiles _taken = new();
    private FilePaths? _paths;
    private Func<string, bool>? _isProduct;

    /// <summary>Files, or folders with spectral files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [SpectralFileCompletion]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders, taken as they are written; files from Get-ChildItem bind here.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet)]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Also takes the spectral files in the folders below a folder.</summary>
    [Parameter(ParameterSetName = PathSet)]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>The files that the parameters of this record name, and no earlier record named: each is taken once.</summary>
    protected IEnumerable<string> InputFiles()
    {
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var file in Paths.Resolve(isLiteral ? LiteralPath : Path, isLiteral, Recurse))
        {
            if (_taken.Take(file))
                yield return file;
            else
                this.Tell($"'{file}' was named before; each file is read once.");
        }
    }

    /// <summary>The files and folders that the parameters of this record name, folders as they are.</summary>
    protected IEnumerable<string> InputItems() => Paths.Items(
        ParameterSetName == LiteralPathSet ? LiteralPath : Path, ParameterSetName == LiteralPathSet);

    /// <summary>True for what batches made: their manifests and what these name as outputs.</summary>
    /// <param name="path">Full path of a file.</param>
    protected bool IsProduct(string path) => (_isProduct ??= Engine.Runs.CreateOutputFilter())(path);

    /// <summary>Returns the full path of a file or folder, which need not exist; a path that is not one of the file system ends the command.</summary>
    private protected string FullPath(string path)
    {
        var full = "";
        RunRequired(path, () => full = ResolvePath(path));
        return full;
    }

    private FilePaths Paths => _paths ??= new FilePaths(this, static () => Engine.FileExtensions, IsProduct);
}
