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

    private FilePaths? _paths;
    private readonly FileIdentity _identity = new();
    private TakenFiles? _taken;
    private bool _isWarnedOfLength;
    private Func<string, bool>? _isOutput;

    /// <summary>Files, or folders with spectral files; wildcards are allowed.</summary>
    [Parameter(
        Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = PathSet,
        HelpMessage = "Files, or folders with spectral files; wildcards are allowed.")]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [SpectralFileCompletion]
    [PathTransformation]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders without wildcards; files from Get-ChildItem bind to this parameter.</summary>
    [Parameter(
        Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = LiteralPathSet,
        HelpMessage = "Files or folders without wildcards; files from Get-ChildItem bind to this parameter.")]
    [Alias("PSPath", "LP", "FullName")]
    [ValidateNotNullOrEmpty]
    [SpectralFileCompletion]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Also reads the spectral files in subfolders.</summary>
    [Parameter(ParameterSetName = PathSet, HelpMessage = "Also reads the spectral files in subfolders.")]
    [Parameter(ParameterSetName = LiteralPathSet)]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Returns the files of the current record that no earlier record has named.</summary>
    protected IEnumerable<string> InputFiles()
    {
        var (paths, isLiteral) = Stated();
        foreach (var file in Paths.Resolve(paths, isLiteral, Recurse))
        {
            if ((_taken ??= new TakenFiles(_identity.KeyOf)).Take(file, PartOfFile))
            {
                WarnOfLength(file);
                yield return file;
            }
            else
            {
                this.WriteDetail($"'{file}' was specified before; each file is read once.");
            }
        }
    }

    /// <summary>Gets what is taken of a file, if the object of the pipeline says it; else an empty string.</summary>
    private protected virtual string PartOfFile => "";

    /// <summary>Returns whether a file is stated by its own path: not by its folder, a wildcard or the pipeline.</summary>
    /// <param name="file">Full path of the file.</param>
    private protected bool IsNamed(string file) => !MyInvocation.ExpectingInput
        && (ParameterSetName == LiteralPathSet ? LiteralPath : Path)
            .Any(path => FileIdentity.HaveSameName(path, file) && IsSameFile(ResolvePath(path), file));

    /// <summary>Returns whether two full paths are those of one file.</summary>
    private protected bool IsSameFile(string path, string other) => _identity.AreSame(path, other);

    /// <summary>
    /// Returns the path of the file whose only spectrum a baseline is; null for a series, and for a spectrum that was edited.
    /// </summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="path">Its full path, or what stands for it.</param>
    private protected static string? FileOf(SpectrumInput baseline, string path) =>
        baseline.Path is not null || baseline.Spectra is [{ Series: null, History.Count: 0 }] ? path : null;

    /// <summary>Warns once of a path that is too long for other programs.</summary>
    private protected void WarnOfLength(string path)
    {
        if (_isWarnedOfLength || Engine.FindPathWarning(path) is not { } warning)
            return;
        _isWarnedOfLength = true;
        this.Warn(warning);
    }

    /// <summary>
    /// Returns the path of the file that was returned last, below the folder that was named. A file that was itself named, or
    /// comes from the pipeline, has its path below the current location, or else its full path without the drive.
    /// </summary>
    private protected string RelativePathOf(string file)
    {
        if (Paths.Folder is { } folder)
            return System.IO.Path.GetRelativePath(folder, file);
        var below = System.IO.Path.GetRelativePath(SessionState.Path.CurrentFileSystemLocation.ProviderPath, file);
        return System.IO.Path.IsPathRooted(below) || below.Split(System.IO.Path.DirectorySeparatorChar)[0] == ".."
            ? file[(System.IO.Path.GetPathRoot(file) ?? "").Length..]
            : below;
    }

    /// <summary>Returns the name of the folder that was named, and the path of the file that was returned last below it; null for
    /// a file that was itself named.</summary>
    private protected string? FolderPathOf(string file) => Paths.Folder is { } folder
        ? System.IO.Path.Combine(System.IO.Path.GetFileName(folder), System.IO.Path.GetRelativePath(folder, file))
        : null;

    /// <summary>Returns the shard of a parameter. An error ends the command.</summary>
    private protected SpectralShard? ShardFrom(string text)
    {
        SpectralShard? shard = null;
        if (text.Length > 0)
            RunRequired("Shard", () => shard = SpectralShard.Parse(text));
        return shard;
    }

    /// <summary>Returns the files and folders of the current record.</summary>
    protected IEnumerable<string> InputItems()
    {
        var (paths, isLiteral) = Stated();
        return Paths.Items(paths, isLiteral);
    }

    /// <summary>Gets the object of the pipeline, if a parameter of its own takes it; else null.</summary>
    private protected virtual PSObject? PipelineObject => null;

    // an object of the pipeline takes precedence: a name with brackets is no wildcard, and -Path may be a positional argument
    private (string[] Paths, bool IsLiteral) Stated()
    {
        if (PipelineObject is not { } input || !MyInvocation.ExpectingInput)
            return ParameterSetName == LiteralPathSet ? (LiteralPath, true) : (Path, false);
        (string[], bool) stated = ([], true);
        RunFor(input.ToString(), () =>
        {
            var (path, isLiteral) = PipelineFile.GetPath(input);
            stated = ([path], isLiteral);
        });
        return stated;
    }

    /// <summary>Returns whether a file is a run manifest or an output of a batch.</summary>
    /// <param name="path">Full path of the file.</param>
    protected bool IsOutput(string path) => (_isOutput ??= Engine.Runs.CreateOutputFilter())(path);

    /// <summary>Returns the full path of a file or folder. A path outside the file system ends the command.</summary>
    private protected string FullPath(string path)
    {
        var full = "";
        RunRequired(path, () => full = ResolvePath(path));
        return full;
    }

    /// <summary>Reports a path that cannot be resolved.</summary>
    private protected virtual void ReportPath(ErrorRecord error) => WriteError(error);

    /// <summary>Takes a folder without a file to read, and returns whether it has; otherwise a warning tells of it.</summary>
    private protected virtual bool TakesWithoutFiles(string folder) => false;

    private FilePaths Paths => _paths ??= new FilePaths(
        this, static path => Engine.FindReasonToLeaveOut(path), IsOutput, ReportPath, TakesWithoutFiles);
}
