namespace SpectralAnalyzer.Core.Reading;

/// <summary>Makes names distinct: the second <c>a</c> becomes <c>a (2)</c>.</summary>
internal sealed class DistinctNames
{
    private readonly Dictionary<string, int> _taken;

    /// <summary>A set of names that are compared as stated.</summary>
    public DistinctNames(StringComparer comparer) => _taken = new Dictionary<string, int>(comparer);

    /// <summary>The name, or the next free form of it.</summary>
    public string Take(string name)
    {
        if (_taken.TryAdd(name, 1))
            return name;
        while (true)
        {
            var next = FormattableString.Invariant($"{name} ({++_taken[name]})");
            if (_taken.TryAdd(next, 1))
                return next;
        }
    }
}
