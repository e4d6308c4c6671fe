using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;
using Microsoft.PowerShell;

namespace SpectralAnalyzer.Shell;

/// <summary>One run of a script or a command, in a runspace that has the module.</summary>
internal sealed class ShellSession : IDisposable
{
    private readonly ShellHost _host;
    private readonly Runspace _runspace;
    private readonly Lock _gate = new();
    private Pipeline? _running;
    private int? _stoppedBy;

    private ShellSession(ShellHost host, Runspace runspace)
    {
        _host = host;
        _runspace = runspace;
    }

    /// <summary>Runs what the command line asks for.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="manifest">Full path of the module's manifest.</param>
    /// <returns>The exit code of the process.</returns>
    public static int Run(ShellArguments arguments, string manifest)
    {
        var host = new ShellHost(arguments.NonInteractive);
        using var runspace = RunspaceFactory.CreateRunspace(host, StateWith(manifest, arguments.ExecutionPolicy));
        try
        {
            runspace.Open();
        }
        catch (RuntimeException refused)
        {
            host.UI.WriteErrorLine(refused.Message);
            return ExitCode.Failure;
        }

        Runspace.DefaultRunspace = runspace;
        using var session = new ShellSession(host, runspace);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => session.Stop(signal, ExitCode.Interrupted));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => session.Stop(signal, ExitCode.Terminated));
        return session.Run(arguments);
    }

    public void Dispose() => _host.Console.HideProgress();

    private static InitialSessionState StateWith(string manifest, string? executionPolicy)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule(manifest);
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Enum.TryParse<ExecutionPolicy>(executionPolicy, ignoreCase: true, out var policy)
                ? policy
                : ExecutionPolicy.RemoteSigned;
        }

        return state;
    }

    private int Run(ShellArguments arguments)
    {
        var completed = TryInvoke(arguments.Command);
        if ((_stoppedBy ?? _host.RequestedExitCode) is { } code)
            return code;
        return completed && Evaluate("$?") is true ? ExitCode.Success : ExitCode.Failure;
    }

    private bool TryInvoke(string command)
    {
        // Only a pipeline of the history leaves its $? behind.
        using var pipeline = _runspace.CreatePipeline(command, addToHistory: true);
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add("Out-Default");
        try
        {
            lock (_gate)
                _running = pipeline;
            pipeline.Invoke();
            return pipeline.PipelineStateInfo.State == PipelineState.Completed;
        }
        catch (PipelineStoppedException)
        {
            return false;
        }
        catch (ParseException unreadable)
        {
            _host.UI.WriteErrorLine("ParserError: " + unreadable.Message);
            return false;
        }
        catch (RuntimeException error)
        {
            Report(error.ErrorRecord);
            return false;
        }
        finally
        {
            lock (_gate)
                _running = null;
        }
    }

    private void Report(ErrorRecord error)
    {
        using var pipeline = _runspace.CreatePipeline();
        pipeline.Commands.Add("Out-Default");
        _host.Console.PrintToError(() => pipeline.Invoke(new object[] { error }));
    }

    private object? Evaluate(string expression)
    {
        using var pipeline = _runspace.CreatePipeline(expression);
        return pipeline.Invoke().FirstOrDefault()?.BaseObject;
    }

    // The first signal lets the commands end in order; a second one ends the process at once.
    private void Stop(PosixSignalContext signal, int exitCode)
    {
        lock (_gate)
        {
            signal.Cancel = _stoppedBy is null && _running is not null;
            _stoppedBy ??= exitCode;
            _running?.StopAsync();
        }
    }
}
