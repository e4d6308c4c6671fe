using System.Globalization;

namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>What the tests inherited from the program that started them.</summary>
internal static class Signals
{
    private static readonly Dictionary<string, int> s_numbers = new() { ["HUP"] = 1, ["INT"] = 2, ["TERM"] = 15 };

    /// <summary>
    /// Skips the test where a signal is ignored, as HUP is under nohup and INT in a background job of a shell: child processes
    /// inherit that, and so would the Shell. Only Linux tells.
    /// </summary>
    /// <param name="name">The name of the signal without SIG.</param>
    internal static void SkipWhereIgnored(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        Assert.SkipWhen(
            IsIgnored(s_numbers[name]),
            $"The tests run where SIG{name} is ignored, as under nohup or in a background job of a shell, "
                + "and so would the Shell.");
    }

    private static bool IsIgnored(int signal)
    {
        const string status = "/proc/self/status";
        if (!File.Exists(status))
            return false;
        var line = File.ReadLines(status).First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal));
        var ignored = ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (ignored & (1UL << (signal - 1))) != 0;
    }
}
