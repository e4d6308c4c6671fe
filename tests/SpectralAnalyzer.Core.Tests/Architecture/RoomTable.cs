using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Tests.Architecture;

/// <summary>The table of docs/architecture.md that says which room of the engine may refer to which.</summary>
internal sealed partial class RoomTable
{
    private const string Everything = "all";

    private readonly Dictionary<string, string[]> _rows;

    private RoomTable(Dictionary<string, string[]> rows) => _rows = rows;

    /// <summary>Gets the rooms of the table.</summary>
    internal IReadOnlyCollection<string> Rooms => _rows.Keys;

    /// <summary>Reads the table.</summary>
    internal static RoomTable Read() => new(
        Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "architecture.md"))).ToDictionary(
            row => row.Groups[1].Value,
            row => row.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>Returns whether one room may refer to another.</summary>
    internal bool Allows(string from, string to) =>
        _rows.TryGetValue(from, out var allowed)
            && (allowed.Contains(to) || (allowed.Contains(Everything) && _rows.ContainsKey(to)));

    /// <summary>
    /// Returns the rooms that are left when rooms without references are removed again and again: those in circles.
    /// </summary>
    internal IReadOnlyList<string> FindCircles()
    {
        var left = _rows.Where(row => !row.Value.Contains(Everything)).ToDictionary();
        while (left.Keys.FirstOrDefault(room => !left[room].Any(left.ContainsKey)) is { } free)
            left.Remove(free);
        return [.. left.Keys];
    }

    // | `Reading/` | Spectra, Errors | …
    [GeneratedRegex(@"^\| `(\w+)/` \| ([\w, –]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
