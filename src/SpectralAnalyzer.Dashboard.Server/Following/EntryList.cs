namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>
/// Lines of a manifest, in its order. A list that got more lines shares them with the list before, so that a long manifest is not
/// copied for every new line; who has the earlier list sees its own lines only.
/// </summary>
internal sealed class EntryList
{
    private const int MostBands = 500;

    private readonly ManifestEntry[] _items;

    private readonly bool _hasParts;

    private EntryList(int generation, ManifestEntry[] items, int count, IReadOnlyList<string> bands, bool hasParts) =>
        (Generation, _items, Count, Bands, _hasParts) = (generation, items, count, bands, hasParts);

    /// <summary>Gets another number after the manifest was replaced, truncated or removed.</summary>
    internal int Generation { get; }

    /// <summary>Gets the number of lines.</summary>
    internal int Count { get; }

    /// <summary>Gets the lines.</summary>
    internal ReadOnlySpan<ManifestEntry> Items => _items.AsSpan(0, Count);

    /// <summary>Gets the names of the bands that the results have, each once, in the order in which they appeared.</summary>
    internal IReadOnlyList<string> Bands { get; }

    /// <summary>Creates an empty list.</summary>
    internal static EntryList CreateEmpty(int generation) => new(generation, [], 0, [], hasParts: false);

    /// <summary>Returns the list with more lines. The last list of a manifest gets them, and only one thread at a time.</summary>
    internal EntryList With(List<ManifestEntry> added)
    {
        var items = _items;
        if (Count + added.Count > items.Length)
            Array.Resize(ref items, Math.Max(2 * items.Length, Count + added.Count));
        added.CopyTo(items, Count);
        return new EntryList(
            Generation, items, Count + added.Count, BandsWith(added),
            _hasParts || added.Exists(entry => ManifestPart.Split(entry.Offset).Number > 1));
    }

    /// <summary>Finds the place of a line by a number that grows from line to line of a part; −1 where there is none.</summary>
    internal int Find(long value, Func<ManifestEntry, long> valueOf)
    {
        // lines of several parts follow each other as they were read
        if (_hasParts)
            return Array.FindLastIndex(_items, Count - 1, Count, entry => valueOf(entry) == value);
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = valueOf(_items[middle]);
            if (found == value)
                return middle;
            (low, high) = found < value ? (middle + 1, high) : (low, middle - 1);
        }

        return -1;
    }

    private IReadOnlyList<string> BandsWith(List<ManifestEntry> added)
    {
        HashSet<string>? known = null;
        List<string>? all = null;
        foreach (var name in added.SelectMany(e => e.Result?.Bands?.Keys ?? Enumerable.Empty<string>()))
        {
            known ??= new HashSet<string>(Bands, StringComparer.Ordinal);
            if (known.Count >= MostBands)
                break;
            if (known.Add(name))
                (all ??= [.. Bands]).Add(name);
        }

        return all ?? Bands;
    }
}
