using System.Globalization;

namespace SpectralAnalyzer.PowerShell.Tests.Hosting;

/// <summary>What the tests inherited from the program that started them.</summary>
internal static class Signals
{
    private const int Interrupt = 2;

    /// <summary>Returns whether SIGINT is ignored, which child processes inherit. Only Linux tells.</summary>
    internal static bool IsInterruptIgnored()
    {
        const string status = "/proc/self/status";
        if (!File.Exists(status))
            return false;
        var line = File.ReadLines(status).First(l => l.StartsWith("SigIgn:", StringComparison.Ordinal));
        var ignored = ulong.Parse(line.AsSpan(7).Trim(), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (ignored & (1UL << (Interrupt - 1))) != 0;
    }
}
