using System.Globalization;

namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>Counts by reason which files of a folder are left out.</summary>
internal sealed class LeftOutFiles
{
    private const int MostNames = 3;

    private readonly SortedDictionary<string, (int Count, string Names)> _byReason = new(StringComparer.Ordinal);

    /// <summary>Counts a file.</summary>
    internal void Add(string path, string reason)
    {
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
}
