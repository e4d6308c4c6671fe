using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Loading;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of all cmdlets: the engine, a token that the pipeline cancels, paths and errors.</summary>
public abstract class SpectralCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private protected static ISpectralEngine Engine => EngineHost.Engine;

    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Releases the resources of the cmdlet.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources of the cmdlet.</summary>
    /// <param name="disposing">Whether it is called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Runs a step of the pipeline. A canceled step stops the pipeline without an error.</summary>
    private protected void Run(Action step)
    {
        try
        {
            step();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Runs the step for one item. An error is written with the item as its target, and the next item follows.</summary>
    private protected void RunFor(string target, Action step) => Run(() =>
    {
        try
        {
            step();
        }
        catch (SpectralException e)
        {
            WriteError(ErrorRecords.From(e, target));
        }
    });

    /// <summary>Runs a step that everything else depends on. An error ends the command.</summary>
    private protected void RunRequired(string target, Action step) => Run(() =>
    {
        try
        {
            step();
        }
        catch (SpectralException e)
        {
            ThrowTerminatingError(ErrorRecords.From(e, target));
        }
    });

    /// <summary>Returns the full path of a file or folder, which need not exist.</summary>
    /// <exception cref="SpectralException">The path is not one of the file system.</exception>
    private protected string ResolvePath(string path) => new FilePaths(this, static () => []).Single(path);

    /// <summary>Returns the full path, or null for an empty one.</summary>
    private protected string? ResolveOptionalPath(string path) => path.Length > 0 ? ResolvePath(path) : null;

    private protected bool IsStated(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
