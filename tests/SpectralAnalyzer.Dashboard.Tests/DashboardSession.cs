using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Net;
using SpectralAnalyzer.PowerShell.Tests.Hosting;
using Engine = System.Management.Automation.PowerShell;

namespace SpectralAnalyzer.Dashboard.Tests;

/// <summary>A session of PowerShell with both staged modules, as a user has it.</summary>
public sealed class DashboardSession : IDisposable
{
    private readonly Runspace _runspace;

    public DashboardSession()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        state.ImportPSModule(StagedModule.Manifest, Module);
        _runspace = RunspaceFactory.CreateRunspace(state);
        _runspace.Open();
        _runspace.SessionStateProxy.SetVariable("ErrorActionPreference", "Stop");
    }

    internal static string Module { get; } =
        Path.Combine(StagedModule.RepositoryRoot, "out", "SpectralAnalyzer.Dashboard", "SpectralAnalyzer.Dashboard.psd1");

    /// <summary>Runs a script; an error that ends it is thrown.</summary>
    internal Collection<PSObject> Run(string script, params object[] arguments)
    {
        using var engine = Engine.Create(_runspace);
        engine.AddScript(script);
        foreach (var argument in arguments)
            engine.AddArgument(argument);
        return engine.Invoke();
    }

    /// <summary>Starts a dashboard; the rest of the command as it is written.</summary>
    internal StartedDashboard Start(string folder, string rest = "") => Start([folder], rest);

    /// <summary>Starts a dashboard of several folders; the rest of the command as it is written.</summary>
    internal StartedDashboard Start(string[] folders, string rest = "")
    {
        dynamic made = Run($"param($folder) Start-SpectralDashboard $folder {rest}", (object)folders).Single().BaseObject;
        return new StartedDashboard((Uri)made.Url, (string)made.Token);
    }

    internal void Stop() => Run("Stop-SpectralDashboard");

    public void Dispose()
    {
        Stop();
        _runspace.Dispose();
    }
}

/// <summary>A dashboard that was started.</summary>
internal sealed record StartedDashboard(Uri Url, string Token)
{
    internal Uri At(string path) => new(new Uri(Url.GetLeftPart(UriPartial.Authority)), path);

    /// <summary>A client that has the token, or another one.</summary>
    internal HttpClient Client(string? token = null)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Cookie($"spectral-{Url.Port}", token ?? Token, "/", Url.Host));
        return new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false });
    }
}
