using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>Keeps the tests, and the processes that they start, from the defaults of the user who runs them.</summary>
internal static class UserDefaults
{
    internal const string Variable = "SPECTRALANALYZER_DEFAULTS";

    [ModuleInitializer]
    internal static void LeaveOut() => Environment.SetEnvironmentVariable(
        Variable, Path.Combine(Path.GetTempPath(), $"spectral-no-defaults-{Environment.ProcessId}", "defaults.json"));
}
