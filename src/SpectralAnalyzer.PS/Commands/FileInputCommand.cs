using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Completion;
using SpectralAnalyzer.PowerShell.Loading;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>What all cmdlets share that files come in to.</summary>
public abstract class FileInputCommand : PSCmdlet, IDisposable
{
    /// <summary>The parameter set with wildcards.</summary>
    protected const string PathSet = "Path";

    /// <summary>The parameter set without.</summary>
    protected const string LiteralPathSet = "LiteralPath";

    private readonly CancellationTokenSource _stop = new();
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

    /// <summary>Set when the pipeline is stopped.</summary>
    protected CancellationToken StopToken => _stop.Token;

    /// <summary>The engine.</summary>
    protected static ISpectralEngine Engine => EngineHost.Engine;

    /// <summary>Stops what the cmdlet does.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Stops what the cmdlet does.</summary>
    /// <param name="disposing">True where it is not a finalizer that calls.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>The files that the parameters of this record name, and no earlier record named: each is taken once.</summary>
    protected IEnumerable<string> InputFiles()
    {
        var isLiteral = ParameterSetName == LiteralPathSet;
        foreach (var file in Paths.Resolve(isLiteral ? LiteralPath : Path, isLiteral, Recurse))
        {
            if (_taken.Take(file))
                yield return file;
            else
                this.Tell($"'{file}' was named before: it is taken once.");
        }
    }

    /// <summary>The files and folders that the parameters of this record name, folders as they are.</summary>
    protected IEnumerable<string> InputItems() => Paths.Items(
        ParameterSetName == LiteralPathSet ? LiteralPath : Path, ParameterSetName == LiteralPathSet);

    /// <summary>True for what batches made: their manifests and what these name as outputs.</summary>
    /// <param name="path">Full path of a file.</param>
    protected bool IsProduct(string path) => (_isProduct ??= Engine.Runs.CreateOutputFilter())(path);

    /// <summary>Full path of one file or folder, which need not exist.</summary>
    /// <param name="path">What the user names.</param>
    protected string FullPath(string path)
    {
        try
        {
            return Paths.Single(path);
        }
        catch (SpectralException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, path));
            throw;
        }
    }

    /// <summary>Runs a step of the pipeline: a stop of the engine's work is a stop of the pipeline, not a failure.</summary>
    /// <param name="step">The step.</param>
    protected void Run(Action step)
    {
        ArgumentNullException.ThrowIfNull(step);
        try
        {
            step();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private FilePaths Paths => _paths ??= new FilePaths(this, static () => Engine.FileExtensions, IsProduct);
}
