using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;
using SpectralAnalyzer.PowerShell.Defaults;
using SpectralAnalyzer.PowerShell.Loading;
using SpectralAnalyzer.PowerShell.Pipeline;

namespace SpectralAnalyzer.PowerShell.Commands;

/// <summary>The base of all cmdlets: the engine, a token that the pipeline cancels, paths and errors.</summary>
public abstract class SpectralCommand : PSCmdlet, IDisposable
{
    private static readonly TimeSpan s_grace = TimeSpan.FromMilliseconds(500);

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

    /// <summary>Supplies the defaults, and refuses parameters that have no effect. Overrides call it first.</summary>
    protected override void BeginProcessing()
    {
        RunRequired(DefaultsFile.Path, () => DefaultParameters.Apply(this));
        if (ParameterRules.FindViolation(this) is var (parameter, reason))
            ThrowTerminatingError(ErrorRecords.From(ParameterRules.WithoutEffect(parameter, reason), parameter));
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

    /// <summary>
    /// Does work that observes <see cref="StopToken"/>, and returns soon after the pipeline stops even if it does not: a read
    /// from a share that is gone, or from a pipe that nobody writes to, is left on its thread.
    /// </summary>
    private protected T Await<T>(Func<T> work)
    {
        var task = Task.Run(work);
        var done = ((IAsyncResult)task).AsyncWaitHandle;
        if (WaitHandle.WaitAny([done, StopToken.WaitHandle]) == 1 && !done.WaitOne(s_grace))
            throw new OperationCanceledException(StopToken);
        return task.GetAwaiter().GetResult();
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
    private protected string ResolvePath(string path) => new FilePaths(this, static _ => null).Single(path);

    /// <summary>Returns the files and folders of -Path or -LiteralPath, whichever is stated.</summary>
    /// <param name="path">The paths with wildcards.</param>
    /// <param name="literalPath">The paths without.</param>
    /// <param name="report">Reports a path that cannot be resolved; null: as an error.</param>
    private protected IEnumerable<string> FindItems(
        string[] path, string[] literalPath, Action<ErrorRecord>? report = null) =>
        new FilePaths(this, static _ => null, report: report).Items(
            literalPath.Length > 0 ? literalPath : path, literal: literalPath.Length > 0);

    /// <summary>Returns the full path, or null for an empty one.</summary>
    private protected string? ResolveOptionalPath(string path) => path.Length > 0 ? ResolvePath(path) : null;

    /// <summary>Ends the command if a parameter is stated although it has no effect.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="hasEffect">Whether it has an effect.</param>
    /// <param name="reason">Why it has none, as the end of a sentence.</param>
    private protected void RequireEffect(string parameter, bool hasEffect, string reason)
    {
        if (!hasEffect && ParameterRules.IsStated(this, parameter))
            ThrowTerminatingError(ErrorRecords.From(ParameterRules.WithoutEffect(parameter, reason), parameter));
    }

    /// <summary>Returns the baseline. If neither the command line nor a default states one, the command ends.</summary>
    private protected SpectrumInput RequireBaseline(SpectrumInput? baseline)
    {
        if (baseline is not null)
            return baseline;
        ThrowTerminatingError(ErrorRecords.From(
            new SpectralError(
                SpectralErrorIds.BaselineMissing,
                SpectralErrorCategory.InvalidArgument,
                "No baseline is specified.",
                "Specify its file or a spectrum with -Baseline, or set a default with Set-SpectralDefault."),
            "Baseline"));
        throw new InvalidOperationException();
    }

    /// <summary>Returns a method from the path of its file or from the object itself. An error ends the command.</summary>
    private protected SpectralMethod MethodFrom(object stated)
    {
        var value = (stated as PSObject)?.BaseObject ?? stated;
        if (value is SpectralMethod made)
            return made;
        var path = value is FileInfo file ? file.FullName : value.ToString() ?? "";
        SpectralMethod? method = null;
        RunRequired(path, () => method = Engine.Methods.Read(ResolvePath(path)));
        return method!;
    }

    /// <summary>Ends the command with an error.</summary>
    private protected void Refuse(string target, SpectralError error) =>
        ThrowTerminatingError(ErrorRecords.From(error, target));

    /// <summary>Opens a folder or an address with the program of the system; a warning where there is none.</summary>
    /// <param name="target">The path or the address.</param>
    /// <param name="name">What it is, as the beginning of a sentence.</param>
    /// <param name="advice">What to do where it cannot be opened.</param>
    private protected void OpenWithSystem(string target, string name, string advice)
    {
        try
        {
            using var shown = Process.Start(new ProcessStartInfo(target) { UseShellExecute = true });
        }
        catch (Exception e) when (e is Win32Exception or PlatformNotSupportedException)
        {
            this.Warn($"{name} cannot be opened: {e.Message} {advice}".TrimEnd());
        }
    }

    /// <summary>Returns a style from its name, the path of its file, a table of its keys, or the object itself.</summary>
    private protected GraphStyle? StyleFrom(object? stated)
    {
        var value = (stated as PSObject)?.BaseObject ?? stated;
        if (value is null or GraphStyle)
            return value as GraphStyle;
        var text = value is FileInfo file ? file.FullName : value;
        GraphStyle? style = null;
        RunRequired("Style", () => style = Engine.Methods.CreateStyle(
            PlainValue.From(text)!, SessionState.Path.CurrentFileSystemLocation.ProviderPath));
        return style;
    }

    private protected bool IsStated(string parameter) => MyInvocation.BoundParameters.ContainsKey(parameter);
}
