using System.Management.Automation.Runspaces;
using Microsoft.PowerShell;

// PowerShell with the module imported, for machines that have .NET but no pwsh. The command line is that of pwsh.
var folder = new DirectoryInfo(AppContext.BaseDirectory);
while (folder is not null && !File.Exists(ManifestIn(folder)))
    folder = folder.Parent;
if (folder is null)
{
    Console.Error.WriteLine(
        "The module SpectralAnalyzer.PS was not found in the folder 'out' of this checkout. Run 'dotnet build'.");
    return 1;
}

// Installed pwsh allows local scripts on Windows by a configuration file that the package does not have.
const string ExecutionPolicy = "PSExecutionPolicyPreference";
if (OperatingSystem.IsWindows() && Environment.GetEnvironmentVariable(ExecutionPolicy) is null)
    Environment.SetEnvironmentVariable(ExecutionPolicy, "RemoteSigned");

var state = InitialSessionState.CreateDefault2();
state.ImportPSModule(ManifestIn(folder));
return ConsoleShell.Start(state, bannerText: null, helpText: null, args);

static string ManifestIn(DirectoryInfo folder) =>
    Path.Combine(folder.FullName, "out", "SpectralAnalyzer.PS", "SpectralAnalyzer.PS.psd1");
