using System.Collections.Concurrent;

namespace SpectralAnalyzer.Core.Paths;

/// <summary>
/// Gives the paths of one file the same key: names compare as the file system of their folder does, and a folder is itself by
/// whatever drive, share or link it is reached. Two links to one file are two files. Folders are looked at once.
/// </summary>
/// <param name="facts">What the file system says; null for the real one.</param>
internal sealed class PathKeys(IFolderFacts? facts = null)
{
    private readonly IFolderFacts _facts = facts ?? FolderFacts.Default;
    private readonly ConcurrentDictionary<string, Folder> _folders = new(StringComparer.Ordinal);

    /// <summary>
    /// Returns the text of a path in one case where that is how the system compares names; nothing is looked at.
    /// </summary>
    internal static string Fold(string path) => FolderFacts.Default.IgnoresCaseByDefault ? path.ToUpperInvariant() : path;

    /// <summary>Returns the key of a file or folder, which need not exist.</summary>
    internal string KeyOf(string path)
    {
        path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        var name = Path.GetFileName(path);
        if (name.Length == 0 || Path.GetDirectoryName(path) is not { } parent)
            return InOneCase(path, _facts.IgnoresCaseByDefault);
        var folder = _folders.GetOrAdd(parent, static (p, keys) => new Folder(keys._facts.FindId(p) ?? keys.KeyOf(p)), this);
        folder.IgnoresCase ??= _facts.IgnoresCase(parent, name);
        return $"{folder.Key}{Path.DirectorySeparatorChar}{InOneCase(name, folder.IgnoresCase ?? _facts.IgnoresCaseByDefault)}";
    }

    private static string InOneCase(string name, bool ignoresCase) => ignoresCase ? name.ToUpperInvariant() : name;

    private sealed class Folder(string key)
    {
        internal string Key { get; } = key;

        internal bool? IgnoresCase { get; set; }
    }
}
