using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>The optional module SpectralAnalyzer.Dashboard, which shows runs in a browser.</summary>
internal static class DashboardModule
{
    private const string Name = "SpectralAnalyzer.Dashboard";
    private const string HostTag = "PSHOST";

    // beside this module, as both are installed and built; else wherever PowerShell finds it
    private const string Script = """
        param($Beside, $Folder)
        if (-not (Get-Module -Name SpectralAnalyzer.Dashboard)) {
            $null = Import-Module -Name $Beside -Global -PassThru -ErrorAction Stop -Verbose:$false
        }
        SpectralAnalyzer.Dashboard\Start-SpectralDashboard -LiteralPath $Folder -ErrorAction Stop
        """;

    /// <summary>Starts a dashboard of an output folder, or finds the one that runs, and shows its address.</summary>
    /// <param name="cmdlet">The cmdlet of the run.</param>
    /// <param name="module">What <see cref="Find"/> returned.</param>
    /// <param name="folder">The output folder.</param>
    internal static void Start(PSCmdlet cmdlet, string module, string folder)
    {
        var dashboard = cmdlet.InvokeCommand.InvokeScript(
            cmdlet.SessionState, ScriptBlock.Create(Script), module, folder).Single();
        // for the console alone: who has the address sees the dashboard
        cmdlet.WriteInformation($"Dashboard: {dashboard.Properties["Url"].Value}", [HostTag]);
    }

    /// <summary>Returns the manifest or the name of the module, of the version of this one.</summary>
    /// <exception cref="SpectralException">The module is not installed.</exception>
    internal static string Find(PSCmdlet cmdlet)
    {
        var module = cmdlet.MyInvocation.MyCommand.Module;
        var root = Path.GetDirectoryName(module?.ModuleBase);
        // a folder of a version is in that of the module
        string?[] places = [root, Path.GetDirectoryName(root)];
        return places.OfType<string>()
            .SelectMany(_ => new[] { "", module?.Version?.ToString() ?? "" }, (place, version) =>
                Path.Combine(place, Name, version, Name + ".psd1"))
            .FirstOrDefault(File.Exists)
            ?? (cmdlet.InvokeCommand.InvokeScript($"Get-Module -ListAvailable {Name}").Count > 0 ? Name : throw Missing());
    }

    private static SpectralException Missing() => new(
        SpectralErrorIds.DashboardModuleMissing,
        SpectralErrorCategory.NotFound,
        $"The module {Name}, which serves the dashboard, is not installed.",
        $"Install it: Install-PSResource {Name}.");
}
