using SpectralAnalyzer.PowerShell.Loading;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Tells whether two paths are those of one file, as its file system sees it.</summary>
internal sealed class FileIdentity
{
    private Func<string, string>? _keyOf;

    /// <summary>Returns whether two full paths are those of one file.</summary>
    internal bool AreSame(string path, string other) => HaveSameName(path, other) && KeyOf(path) == KeyOf(other);

    /// <summary>Returns the key of a full path; paths of one file have the same.</summary>
    internal string KeyOf(string path) => (_keyOf ??= EngineHost.Engine.StartIdentifying())(path);

    /// <summary>Returns whether two paths can be those of one file. Most differ in this, and nothing need be looked at.</summary>
    internal static bool HaveSameName(string path, string other) =>
        string.Equals(Path.GetFileName(path), Path.GetFileName(other), StringComparison.OrdinalIgnoreCase);
}
