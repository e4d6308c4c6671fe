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
        if (-not (Get-Command -Name Start-SpectralDashboard -Module SpectralAnalyzer.Dashboard -ErrorAction Ignore)) {
            $null = Import-Module -Name $Beside -Global -PassThru -ErrorAction Stop -Verbose:$false
        }
        SpectralAnalyzer.Dashboard\Start-SpectralDashboard -LiteralPath $Folder -ErrorAction Stop
        """;

    /// <summary>Starts a dashboard of an output folder, or finds the one that runs, and shows its address.</summary>
    /// <param name="cmdlet">The cmdlet of the run.</param>
    /// <param name="folder">The output folder.</param>
    /// <exception cref="SpectralException">The module is not installed.</exception>
    internal static void Start(PSCmdlet cmdlet, string folder)
    {
        var dashboard = cmdlet.InvokeCommand.InvokeScript(
            cmdlet.SessionState, ScriptBlock.Create(Script), Find(cmdlet) ?? throw Missing(), folder).Single();
        // for the console alone: who has the address sees the dashboard
        cmdlet.WriteInformation($"Dashboard: {dashboard.Properties["Url"].Value}", [HostTag]);
    }

    private static string? Find(PSCmdlet cmdlet)
    {
        var root = Path.GetDirectoryName(cmdlet.MyInvocation.MyCommand.Module?.ModuleBase);
        // a folder of a version is in that of the module
        string?[] places = [root, Path.GetDirectoryName(root)];
        return places.OfType<string>().Select(FindIn).FirstOrDefault(found => found is not null)
            ?? (cmdlet.InvokeCommand.InvokeScript($"Get-Module -ListAvailable {Name}").Count > 0 ? Name : null);
    }

    private static string? FindIn(string modules)
    {
        var folder = Path.Combine(modules, Name);
        return !Directory.Exists(folder)
            ? null
            : Directory.EnumerateFiles(folder, Name + ".psd1", new EnumerationOptions
            {
                RecurseSubdirectories = true,
                MaxRecursionDepth = 1,
            }).OrderDescending(StringComparer.Ordinal).FirstOrDefault();
    }

    private static SpectralException Missing() => new(
        SpectralErrorIds.DashboardModuleMissing,
        SpectralErrorCategory.NotFound,
        $"The module {Name}, which serves the dashboard, is not installed.",
        $"Install it: Install-PSResource {Name}.");
}
