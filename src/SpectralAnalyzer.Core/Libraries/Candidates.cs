namespace SpectralAnalyzer.Core.Libraries;

/// <summary>A spectrum that may be a hit.</summary>
internal readonly record struct Candidate(int Row, int NameNumber, double Similarity)
{
    /// <summary>Returns whether it comes before another: it is more similar or, of two alike, the first in the library.</summary>
    internal bool IsBefore(in Candidate other) =>
        Similarity > other.Similarity || (Similarity == other.Similarity && Row < other.Row);
}

/// <summary>
/// The best candidates, with at most some of each name. They do not depend on the order in which they are offered.
/// </summary>
internal sealed class Candidates(int capacity, int perName)
{
    private readonly List<Candidate> _kept = new(capacity + 1);
    private double _worst = double.NegativeInfinity;

    /// <summary>Gets the candidates, the best first.</summary>
    internal IReadOnlyList<Candidate> Sorted()
    {
        _kept.Sort(static (a, b) => a == b ? 0 : a.IsBefore(b) ? -1 : 1);
        return _kept;
    }

    /// <summary>Takes a candidate if it belongs to the best.</summary>
    internal void Offer(in Candidate offered)
    {
        if (offered.Similarity < _worst)
            return;
        int sameName = 0, worstOfName = -1, worst = -1;
        for (var i = 0; i < _kept.Count; i++)
        {
            if (worst < 0 || _kept[worst].IsBefore(_kept[i]))
                worst = i;
            if (_kept[i].NameNumber != offered.NameNumber)
                continue;
            sameName++;
            if (worstOfName < 0 || _kept[worstOfName].IsBefore(_kept[i]))
                worstOfName = i;
        }

        var replaced = sameName >= perName ? worstOfName : _kept.Count >= capacity ? worst : -1;
        if (replaced < 0)
            _kept.Add(offered);
        else if (offered.IsBefore(_kept[replaced]))
            _kept[replaced] = offered;
        if (_kept.Count >= capacity)
            _worst = _kept.Min(candidate => candidate.Similarity);
    }

    /// <summary>Takes the candidates of another part of the library.</summary>
    internal void Add(Candidates others)
    {
        foreach (var candidate in others._kept)
            Offer(candidate);
    }
}
