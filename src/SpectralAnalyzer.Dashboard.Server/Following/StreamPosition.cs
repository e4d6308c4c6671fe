using System.Globalization;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// Where a viewer is in the manifest of a folder: the offset after the last line that it has, with a checksum of all
/// before, so that it is noticed where the manifest is another one by now.
/// </summary>
/// <param name="Offset">The offset.</param>
/// <param name="Check">The checksum; 0 at the beginning.</param>
internal readonly record struct StreamPosition(long Offset, ulong Check)
{
    /// <summary>Formats the positions in all folders as the id of an event.</summary>
    internal static string ToId(IEnumerable<StreamPosition> positions) =>
        string.Join(',', positions.Select(p => FormattableString.Invariant($"{p.Offset}-{p.Check:x16}")));

    /// <summary>Parses the id of an event; whatever is not understood is the beginning.</summary>
    internal static StreamPosition[] Parse(string? id, int folders)
    {
        var parts = (id ?? "").Split(',');
        return [.. Enumerable.Range(0, folders).Select(i => i < parts.Length ? ParseOne(parts[i]) : default)];
    }

    /// <summary>Finds how many lines a viewer has; null where the manifest was another one then.</summary>
    internal int? CountIn(EntryList entries)
    {
        if (Offset == 0)
            return 0;
        var at = entries.Find(Offset, e => e.End);
        return at >= 0 && entries.Items[at].Check == Check ? at + 1 : null;
    }

    private static StreamPosition ParseOne(string part)
    {
        var cut = part.IndexOf('-', StringComparison.Ordinal);
        return cut > 0
            && long.TryParse(part.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var offset)
            && ulong.TryParse(part.AsSpan(cut + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var check)
            ? new StreamPosition(offset, check)
            : default;
    }
}
