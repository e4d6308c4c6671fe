namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Pairs the peaks of two curves: the nearest first, each peak at most once.</summary>
internal static class PeakMatching
{
    /// <summary>The part of the compared range within which peaks belong together.</summary>
    public const double PartOfRange = 0.005;

    /// <summary>
    /// Pairs peaks no further apart than 0.5 % of the compared range or, where that is more, half the width of the baseline's peak at half
    /// its prominence. Of two pairs that are equally near, the one further left is made first.
    /// </summary>
    /// <param name="reference">The baseline's peaks, from the left to the right.</param>
    /// <param name="sample">The sample's peaks, from the left to the right.</param>
    /// <param name="range">The width of the compared range.</param>
    public static PeakMatch[] Match(IReadOnlyList<Peak> reference, IReadOnlyList<Peak> sample, double range)
    {
        var candidates = new List<(double Distance, int Reference, int Sample)>();
        for (var i = 0; i < reference.Count; i++)
        {
            var tolerance = Math.Max(PartOfRange * range, reference[i].Width / 2);
            for (var j = FirstFrom(sample, reference[i].Position - tolerance); j < sample.Count; j++)
            {
                var distance = Math.Abs(sample[j].Position - reference[i].Position);
                if (distance > tolerance)
                    break;
                candidates.Add((distance, i, j));
            }
        }

        candidates.Sort();
        var partner = new int[reference.Count];
        Array.Fill(partner, -1);
        var taken = new bool[sample.Count];
        foreach (var (_, i, j) in candidates)
        {
            if (partner[i] >= 0 || taken[j])
                continue;
            partner[i] = j;
            taken[j] = true;
        }

        var matches = new List<PeakMatch>(reference.Count);
        for (var i = 0; i < partner.Length; i++)
        {
            if (partner[i] < 0)
                continue;
            var (a, b) = (reference[i], sample[partner[i]]);
            matches.Add(new PeakMatch(a.Position, b.Position, b.Position - a.Position, a.Prominence, b.Prominence));
        }

        return [.. matches];
    }

    private static int FirstFrom(IReadOnlyList<Peak> peaks, double position)
    {
        int low = 0, high = peaks.Count;
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (peaks[middle].Position < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
