using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Engine = System.Management.Automation.PowerShell;

namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>A runspace of PowerShell with the staged module imported.</summary>
internal sealed class ModuleRunspace : IDisposable
{
    private readonly Runspace _runspace;

    /// <summary>Opens a runspace.</summary>
    /// <param name="import">False: the module is left to the script.</param>
    internal ModuleRunspace(bool import = true)
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (import)
            state.ImportPSModule(StagedModule.Manifest);
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
    }

    /// <summary>The runspace, for a test that drives it itself.</summary>
    internal Runspace Runspace => _runspace;

    /// <summary>Runs a script to its end.</summary>
    /// <param name="script">The script; its variables are those that follow.</param>
    /// <param name="variables">Name and value of each variable.</param>
    internal RunOutcome Run(string script, params (string Name, object? Value)[] variables) =>
        RunWith(script, input: null, variables);

    /// <summary>Runs a script to its end with objects in its pipeline (<c>$input</c>).</summary>
    /// <param name="script">The script; its variables are those that follow.</param>
    /// <param name="input">The objects.</param>
    /// <param name="variables">Name and value of each variable.</param>
    internal RunOutcome RunWith(string script, IEnumerable<object>? input, params (string Name, object? Value)[] variables)
    {
        foreach (var (name, value) in variables)
            _runspace.SessionStateProxy.SetVariable(name, value);
        using var engine = Engine.Create(_runspace);
        engine.AddScript(script);
        var output = new PSDataCollection<PSObject>();
        ErrorRecord? terminating = null;
        try
        {
            engine.Invoke(input, output);
        }
        catch (RuntimeException error)
        {
            terminating = error.ErrorRecord;
        }

        return new RunOutcome
        {
            Output = [.. output],
            Errors = [.. engine.Streams.Error],
            Terminating = terminating,
            Warnings = [.. engine.Streams.Warning.Select(record => record.Message)],
            Verbose = [.. engine.Streams.Verbose.Select(record => record.Message)],
            Debug = [.. engine.Streams.Debug.Select(record => record.Message)],
            Information = [.. engine.Streams.Information.Select(record => record.MessageData.ToString() ?? "")],
            Progress = [.. engine.Streams.Progress],
        };
    }

    public void Dispose() => _runspace.Dispose();
}
