namespace SpectralAnalyzer.Core.Reading;

/// <summary>Makes names distinct: the second <c>a</c> becomes <c>a (2)</c>.</summary>
internal sealed class DistinctNames
{
    private readonly Dictionary<string, int> _taken;

    /// <summary>A set of names that are compared as stated.</summary>
    public DistinctNames(StringComparer comparer) => _taken = new Dictionary<string, int>(comparer);

    /// <summary>The names of the spectra of one file; none where there is but one.</summary>
    /// <param name="stated">The names as the file has them.</param>
    public static string?[] OfSeries(IReadOnlyList<string?> stated)
    {
        var names = new string?[stated.Count];
        if (names.Length == 1)
            return names;
        var distinct = new DistinctNames(StringComparer.Ordinal);
        for (var i = 0; i < names.Length; i++)
            names[i] = distinct.Take(string.IsNullOrWhiteSpace(stated[i]) ? Invariant($"Spectrum {i + 1}") : stated[i]!.Trim());
        return names;
    }

    /// <summary>The name, or the next free form of it.</summary>
    public string Take(string name)
    {
        if (_taken.TryAdd(name, 1))
            return name;
        while (true)
        {
            var next = Invariant($"{name} ({++_taken[name]})");
            if (_taken.TryAdd(next, 1))
                return next;
        }
    }
}
