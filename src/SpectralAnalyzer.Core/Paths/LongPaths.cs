using System.Globalization;

namespace SpectralAnalyzer.Core.Paths;

/// <summary>Warns of paths that are too long for other programs on Windows.</summary>
internal static class LongPaths
{
    /// <summary>The switch of AppContext that stands for Windows in tests.</summary>
    internal const string Switch = "SpectralAnalyzer.LimitedPaths";

    // MAX_PATH is 260 with the NUL at the end
    private const int Longest = 259;

    /// <summary>Gets whether programs on this system have a limit.</summary>
    internal static bool AreLimited => AppContext.TryGetSwitch(Switch, out var isOn) ? isOn : OperatingSystem.IsWindows();

    /// <summary>Returns the warning about a path, or null.</summary>
    internal static string? FindWarning(string path) => path.Length > Longest && AreLimited
        ? $"The path '{path}' has {path.Length.ToString(CultureInfo.InvariantCulture)} characters. It is used as it is, but many "
            + "programs on Windows open at most 259. Use folders with shorter names."
        : null;
}
