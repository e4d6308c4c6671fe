namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Pairs the peaks of two curves: the nearest first, each peak at most once. Those left over are lost or new.</summary>
internal static class PeakMatching
{
    /// <summary>The part of the compared range within which peaks belong together.</summary>
    public const double PartOfRange = 0.005;

    /// <summary>
    /// Pairs peaks no further apart than 0.5 % of the compared range or, where that is more, half the width of the baseline's
    /// peak at half its prominence. Of two pairs that are equally near, the one further left is made first.
    /// </summary>
    /// <param name="reference">The baseline's peaks, from the left to the right.</param>
    /// <param name="sample">The sample's peaks, from the left to the right.</param>
    /// <param name="range">The width of the compared range.</param>
    public static (PeakMatch[] Matched, UnmatchedPeak[] Unmatched) Match(
        IReadOnlyList<Peak> reference, IReadOnlyList<Peak> sample, double range)
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

        double highestReference = Highest(reference), highestSample = Highest(sample);
        var matched = new List<PeakMatch>(reference.Count);
        var unmatched = new List<UnmatchedPeak>();
        for (var i = 0; i < partner.Length; i++)
        {
            var a = reference[i];
            if (partner[i] < 0)
                unmatched.Add(Alone(UnmatchedPeakKind.Lost, a, highestReference));
            else
                matched.Add(Pair(a, sample[partner[i]]));
        }

        for (var j = 0; j < taken.Length; j++)
        {
            var b = sample[j];
            if (!taken[j])
                unmatched.Add(Alone(UnmatchedPeakKind.New, b, highestSample));
        }

        return ([.. matched], [.. unmatched.OrderBy(peak => peak.Position)]);

        PeakMatch Pair(Peak a, Peak b) => new(a.Position, b.Position, b.Position - a.Position, a.Prominence, b.Prominence)
        {
            ReferenceRelativeHeight = a.Prominence / highestReference,
            SampleRelativeHeight = b.Prominence / highestSample,
            ReferenceWidth = a.Width,
            SampleWidth = b.Width,
        };
    }

    private static UnmatchedPeak Alone(UnmatchedPeakKind kind, Peak peak, double highest) =>
        new(kind, peak.Position, peak.Prominence, peak.Prominence / highest, peak.Width);

    private static double Highest(IReadOnlyList<Peak> peaks) =>
        peaks.Count == 0 ? double.NaN : peaks.Max(peak => peak.Prominence);

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
