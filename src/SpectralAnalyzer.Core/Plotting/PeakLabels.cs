using System.Globalization;
using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The labels of the most prominent peaks.</summary>
internal static class PeakLabels
{
    /// <summary>
    /// Returns the peaks to label, the most prominent first, with their texts. Peaks that only one of the spectra has are marked.
    /// </summary>
    /// <param name="comparison">The comparison, which has the peaks.</param>
    /// <param name="pair">The spectra as they are drawn.</param>
    /// <param name="x">The axis; peaks beyond it have no label.</param>
    /// <param name="count">The largest number of labels.</param>
    internal static IReadOnlyList<(double X, double Y, string Text)> Create(
        SpectralComparison comparison, ArrangedPair pair, AxisScale x, int count)
    {
        var decimals = Math.Clamp(2 - (int)Math.Floor(Math.Log10(x.Max - x.Min)), 0, 6);
        return
        [
            .. comparison.Peaks.Select(peak => (X: peak.SamplePosition, Prominence: peak.SampleProminence, Mark: ""))
                .Concat(comparison.UnmatchedPeaks.Select(peak =>
                    (X: peak.Position, peak.Prominence, Mark: peak.Kind == UnmatchedPeakKind.New ? " new" : " lost")))
                .Where(peak => peak.X >= x.Min && peak.X <= x.Max)
                .OrderByDescending(peak => peak.Prominence)
                .ThenBy(peak => peak.X)
                .Take(count)
                .Select(peak => (
                    peak.X,
                    Y(peak.X, peak.Mark),
                    peak.X.ToString("F" + decimals, CultureInfo.InvariantCulture) + peak.Mark))
                .Where(peak => double.IsFinite(peak.Item2)),
        ];

        // beyond both curves where they share an axis
        double Y(double at, string mark)
        {
            double sample = YAt(pair.Sample, at), baseline = YAt(pair.Baseline, at);
            var (own, other) = mark == " lost" ? (baseline, sample) : (sample, baseline);
            return !pair.HasValues || !double.IsFinite(other) ? own
                : AreBelow(pair.Sample) ? Math.Min(own, other)
                : Math.Max(own, other);
        }
    }

    /// <summary>Returns whether the labels stand below the peaks.</summary>
    internal static bool AreBelow(Spectrum spectrum) =>
        CurvePeaks.PointDown(BandDirection.Shape(spectrum.Ordinates.Span, spectrum.Ordinate.Kind));

    private static double YAt(Spectrum spectrum, double x)
    {
        var xs = spectrum.Abscissae.Span;
        var at = xs.BinarySearch(x);
        if (at >= 0)
            return spectrum.Ordinates.Span[at];
        var next = ~at;
        if (next == 0 || next == xs.Length)
            return double.NaN;
        var y = spectrum.Ordinates.Span;
        return y[next - 1] + ((y[next] - y[next - 1]) * ((x - xs[next - 1]) / (xs[next] - xs[next - 1])));
    }
}
