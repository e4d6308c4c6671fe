using System.Globalization;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Counts which files of a folder are taken, and by reason and extension which are left out.</summary>
internal sealed class LeftOutFiles
{
    private const int MostNames = 3;

    private readonly SortedDictionary<string, (int Count, string Names)> _byReason = new(StringComparer.Ordinal);

    private readonly SortedDictionary<string, int> _byExtension = new(StringComparer.Ordinal);
    private int _taken;
    private int _outputs;
    private int _unsearchedFolders;

    /// <summary>Counts a file that is read.</summary>
    internal void Take() => _taken++;

    /// <summary>Counts an output of a batch.</summary>
    internal void AddOutput() => _outputs++;

    /// <summary>Counts a subfolder that is not searched.</summary>
    internal void AddFolder() => _unsearchedFolders++;

    /// <summary>Counts a file that is left out.</summary>
    internal void Add(string path, string reason)
    {
        var extension = Path.GetExtension(path).ToLowerInvariant();
        _byExtension[extension] = _byExtension.GetValueOrDefault(extension) + 1;
        var (count, names) = _byReason.GetValueOrDefault(reason);
        var more = count < MostNames ? (count == 0 ? "" : names + ", ") + Path.GetFileName(path) : names;
        _byReason[reason] = (count + 1, more);
    }

    /// <summary>Returns the warning for a folder, or null if nothing was left out.</summary>
    internal string? Describe(string folder)
    {
        if (_byReason.Count == 0)
            return null;
        var all = _byReason.Values.Sum(r => r.Count);
        var reasons = _byReason.OrderByDescending(r => r.Value.Count).Select(r => string.Create(
            CultureInfo.InvariantCulture,
            $"{r.Value.Count} {r.Key} ({r.Value.Names}{(r.Value.Count > MostNames ? ", …" : "")})"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{all} {(all == 1 ? "file" : "files")} in '{folder}' left out: {string.Join("; ", reasons)}. "
            + $"Name a file itself to have it read.");
    }

    /// <summary>Gets whether no file is read.</summary>
    internal bool TookNone => _taken == 0;

    /// <summary>Returns the warning for a folder of which no file is read.</summary>
    internal string DescribeNone(string folder)
    {
        var parts = _byExtension.OrderByDescending(e => e.Value)
            .Select(e => $"{e.Value} {(e.Key.Length > 0 ? e.Key : "without an extension")}").ToList();
        if (_outputs > 0)
            parts.Add($"{_outputs} made by a batch");
        var text = $"'{folder}' has no spectral file. "
            + (parts.Count > 0 ? $"Left out: {string.Join(", ", parts)}." : "It has no other files either.");
        if (_byReason.Count > 0)
            text += " Name a file itself to have it read.";
        return _unsearchedFolders == 0
            ? text
            : text + $" -Recurse also takes those of its {_unsearchedFolders} "
                + (_unsearchedFolders == 1 ? "subfolder." : "subfolders.");
    }
}
