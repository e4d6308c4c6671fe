namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Measures the part of the baseline's range in which both spectra have values. Each point stands for half of the steps beside
/// it; a gap in x counts whole.
/// </summary>
internal static class Covered
{
    /// <summary>Returns the part, 0 to 1.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="overlap">The overlap.</param>
    /// <param name="difference">The differences at the baseline's points in the overlap; empty where none is missing.</param>
    internal static double Fraction(Curve baseline, Overlap overlap, ReadOnlySpan<double> difference)
    {
        if (baseline.IsComplete && difference.IsEmpty)
            return overlap.Coverage;
        var all = new PointRange(baseline.First, baseline.Last - baseline.First + 1);
        var whole = baseline.Maximum - baseline.Minimum - Missing(baseline, all, baseline.Y.Slice(all.Start, all.Count));
        var compared = overlap.Maximum - overlap.Minimum
            - (difference.IsEmpty ? 0 : Missing(baseline, overlap.Baseline, difference));
        return whole > 0 ? Math.Clamp(compared / whole, 0, 1) : overlap.Coverage;
    }

    private static double Missing(Curve baseline, PointRange range, ReadOnlySpan<double> y)
    {
        var x = baseline.X.Slice(range.Start, range.Count);
        double width = 0;
        for (var i = 1; i < x.Length; i++)
        {
            var missing = (double.IsFinite(y[i - 1]) ? 0 : 1) + (double.IsFinite(y[i]) ? 0 : 1);
            if (missing == 1 && (IsMark(range.Start + i - 1) || IsMark(range.Start + i)))
                missing = 2;
            width += missing * ((x[i] - x[i - 1]) / 2);
        }

        return width;

        bool IsMark(int point) => Array.BinarySearch(baseline.GapMarks, point) >= 0;
    }
}
