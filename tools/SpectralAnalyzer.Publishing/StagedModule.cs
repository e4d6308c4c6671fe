using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Engine = System.Management.Automation.PowerShell;

namespace SpectralAnalyzer.Publishing;

/// <summary>The built module, as PowerShell sees it.</summary>
internal static class StagedModule
{
    /// <summary>Reads the manifest.</summary>
    /// <param name="folder">The module's folder.</param>
    public static PSModuleInfo Manifest(string folder) =>
        Run(folder, import: false, "Test-ModuleManifest -Path $manifest -ErrorAction Stop").Select(item => (PSModuleInfo)item.BaseObject).Single();

    /// <summary>Imports the module and answers its cmdlets, by name.</summary>
    /// <param name="folder">The module's folder.</param>
    public static IReadOnlyList<CmdletInfo> Cmdlets(string folder) =>
        [.. Run(folder, import: true, "Get-Command -Module SpectralAnalyzer.PS")
            .Select(item => (CmdletInfo)item.BaseObject)
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];

    private static PSObject[] Run(string folder, bool import, string script)
    {
        var manifest = Path.Combine(folder, "SpectralAnalyzer.PS.psd1");
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        if (import)
            state.ImportPSModule(manifest);
        // left open: what comes out belongs to it
        var runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        runspace.SessionStateProxy.SetVariable("manifest", manifest);
        using var engine = Engine.Create(runspace);
        return [.. engine.AddScript(script).Invoke()];
    }
}
