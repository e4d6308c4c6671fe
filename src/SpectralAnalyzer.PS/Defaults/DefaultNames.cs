namespace SpectralAnalyzer.PowerShell.Defaults;

/// <summary>The parameters that can have a default.</summary>
internal static class DefaultNames
{
    internal const string Baseline = "Baseline";
    internal const string OutputDirectory = "OutputDirectory";
    internal const string Format = "Format";
    internal const string Method = "Method";
    internal const string Style = "Style";
    internal const string Ai = "Ai";

    /// <summary>Gets all names, in the order in which they are shown and saved.</summary>
    internal static IReadOnlyList<string> All { get; } = [Baseline, OutputDirectory, Format, Method, Style, Ai];
}
