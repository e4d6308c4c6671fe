using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using Engine = System.Management.Automation.PowerShell;

namespace SpectralAnalyzer.Publishing;

/// <summary>The staged module, read by PowerShell.</summary>
internal static class StagedModule
{
    private const string ModulePath = "PSModulePath";

    /// <summary>Reads the manifest.</summary>
    /// <param name="folder">The module's folder.</param>
    internal static PSModuleInfo Manifest(string folder) =>
        (PSModuleInfo)Run(folder, import: false, "Test-ModuleManifest -Path $manifest -ErrorAction Stop").Single().BaseObject;

    /// <summary>Imports the module and returns its cmdlets, sorted by name.</summary>
    /// <param name="folder">The module's folder.</param>
    internal static IReadOnlyList<CmdletInfo> Cmdlets(string folder) =>
        [.. Run(folder, import: true, "Get-Command -Module ([IO.Path]::GetFileNameWithoutExtension($manifest))")
            .Select(item => (CmdletInfo)item.BaseObject)
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];

    /// <summary>Loads the engine and returns its part that knows the method file.</summary>
    /// <param name="folder">The module's folder.</param>
    internal static ISpectralMethods Methods(string folder)
    {
        var core = Assembly.LoadFrom(Path.Combine(folder, "lib", "SpectralAnalyzer.Core.dll"));
        return ((ISpectralEngine)core.CreateInstance("SpectralAnalyzer.Core.SpectralEngine")!).Methods;
    }

    private static PSObject[] Run(string folder, bool import, string script)
    {
        var manifest = Directory.EnumerateFiles(folder, "SpectralAnalyzer.*.psd1").Single();
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        // a module that needs another one finds it beside itself
        if (Path.GetFileName(manifest) != PublishedModule.Main.Manifest)
        {
            var path = Environment.GetEnvironmentVariable(ModulePath);
            Environment.SetEnvironmentVariable(ModulePath, Path.GetDirectoryName(folder) + Path.PathSeparator + path);
        }

        if (import)
            state.ImportPSModule(manifest);
        // The runspace stays open, since the objects that it returns belong to it.
        var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("manifest", manifest);
        using var engine = Engine.Create(runspace);
        return [.. engine.AddScript(script).Invoke()];
    }
}
