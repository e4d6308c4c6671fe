using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Compares a sample with the baseline: on the baseline's grid, inside the overlap, in the baseline's units.</summary>
public static class SpectrumComparer
{
    // Where the sample has this many times fewer points than the baseline, most of what is compared is interpolated.
    private const int MuchCoarser = 4;
    private const double LowCoverage = 0.9;

    private const double OtherResolution = 1.5;
    private const int FewestBands = 3;

    /// <summary>Compares a sample with the baseline.</summary>
    /// <param name="baseline">The baseline.</param>
    /// <param name="sample">The sample, in any unit that can be converted exactly into the baseline's.</param>
    /// <param name="options">How it is compared.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SpectralException">
    /// <c>AxisMismatch</c>, <c>OrdinateMismatch</c>, <c>LaserInvalid</c>, <c>AxisOutOfDomain</c>: the units do not go together.
    /// <c>NoValues</c>: the sample has no value that can be compared. <c>NoOverlap</c>, <c>TooLittleOverlap</c>: see the options.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static ComparisonOutcome Compare(
        PreparedBaseline baseline, Spectrum sample, ComparisonOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        var alignment = new UnitAlignment(baseline.Units, options.LaserWavelength, options.ApplyJacobian);
        var aligned = alignment.Align(sample);
        if (baseline.Steps is { } steps)
        {
            aligned = steps(aligned);
            cancellationToken.ThrowIfCancellationRequested();
        }

        var warnings = alignment.Warnings;
        warnings.AddRange(baseline.Warnings);
        var curve = Curve.From(aligned);
        warnings.AddRange(curve.Warnings("sample", baseline.Spectrum.Axis.Symbol));
        if (curve.FiniteCount == 0)
        {
            throw new SpectralException(
                SpectralErrorIds.NoValues, SpectralErrorCategory.InvalidData,
                $"The sample has no value that can be compared as {baseline.Spectrum.Ordinate.Title}.",
                "Look at the file's y column.");
        }

        var overlap = Overlap.Find(baseline, aligned, curve, options);
        if (overlap.Sample.Count < overlap.Baseline.Count / MuchCoarser)
        {
            warnings.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The sample has {overlap.Sample.Count} points where the baseline has {overlap.Baseline.Count}: "
                + $"most values are interpolated."));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var part = baseline.Part(overlap.Baseline, options.MinimumPeakProminence);
        var compared = options.Regions.Count == 0 ? curve : curve.Within(options.Regions);
        var comparison = Measure(baseline, part, curve, compared, overlap, options, warnings);
        if (comparison.Coverage < LowCoverage)
        {
            warnings.Add(FormattableString.Invariant(
                $"Only {comparison.Coverage * 100:0.##} % of the baseline's range is compared: the rest enters no metric."));
        }

        cancellationToken.ThrowIfCancellationRequested();
        var kind = baseline.Shape;
        var saturation = Saturation.Find(compared.Y, kind);
        if (saturation.Warning(compared, kind, "sample", baseline.Spectrum.Axis.Symbol) is { } saturated)
            warnings.Add(saturated);
        var (matched, unmatched) = PeakMatching.Match(
            part.Peaks,
            CurvePeaks.Find(compared, overlap.Sample, baseline.BandsPointDown, saturation.Level, options.MinimumPeakProminence),
            overlap.Maximum - overlap.Minimum);
        if (2 * matched.Length >= part.Peaks.Count && OtherWidth(matched) is { } ratio)
        {
            warnings.Add(FormattableString.Invariant(
                $"The sample's bands are {ratio:0.##} times as wide as the baseline's: their resolution may differ."));
        }

        var shifts = Array.ConvertAll(matched, peak => peak.Shift);
        comparison = comparison with
        {
            Peaks = matched,
            LostPeakCount = unmatched.Count(peak => peak.Kind == UnmatchedPeakKind.Lost),
            NewPeakCount = unmatched.Count(peak => peak.Kind == UnmatchedPeakKind.New),
            UnmatchedPeaks = unmatched,
            MeanPeakShift = shifts.Length == 0 ? double.NaN : shifts.Average(),
            MaxAbsolutePeakShift = shifts.Length == 0 ? double.NaN : shifts.Max(Math.Abs),
        };
        if (baseline.Conversion is { } conversion)
            alignment.Conversions.Insert(0, conversion);
        return new ComparisonOutcome(comparison, baseline.Spectrum, aligned, alignment.Conversions, warnings);
    }

    // The median of the matched bands' ratios of widths where three of four bands agree that it is another; null elsewhere. Bands
    // of different substances that happen to match do not agree.
    private static double? OtherWidth(PeakMatch[] matched)
    {
        var ratios = matched.Select(peak => peak.SampleWidth / peak.ReferenceWidth).Where(double.IsFinite).Order().ToArray();
        if (ratios.Length < FewestBands)
            return null;
        double lower = ratios[ratios.Length / 4], upper = ratios[3 * ratios.Length / 4];
        return lower > OtherResolution || upper < 1 / OtherResolution ? ratios[ratios.Length / 2] : null;
    }

    private static SpectralComparison Measure(
        PreparedBaseline baseline, BaselinePart part, Curve curve, Curve compared, Overlap overlap, ComparisonOptions options,
        List<string> warnings)
    {
        var count = overlap.Baseline.Count;
        var rented = ArrayPool<double>.Shared.Rent(count);
        try
        {
            var values = rented.AsSpan(0, count);
            Interpolation.At(part.X, curve, options.Resampling, values);
            var difference = new double[count];
            var missing = Subtract(values, part.Y, difference);

            var coverage = Covered.Fraction(baseline.Curve, overlap, missing == 0 ? [] : difference);
            if (coverage < options.MinimumCoverage)
                throw Overlap.TooLittle(coverage, options, "beside gaps and missing values");

            var area = Area(part.X, difference);
            var marks = baseline.Curve.CountLeftOut(overlap.Baseline.Start, overlap.Baseline.Count);
            var metrics = missing == 0
                ? PairMetrics.Compute(part.Y, values, part.Difference(difference))
                : WithoutGaps(part, values, difference, missing, marks, options, warnings);
            var comparison = metrics with
            {
                AreaDifference = area,
                Coverage = coverage,
                OverlapMin = overlap.Minimum,
                OverlapMax = overlap.Maximum,
                Resampling = options.Resampling,
                GlobalShift = GlobalShift.Find(part, values, missing == 0),
            };
            comparison = ShapeMetrics.AddTo(comparison, part, values, missing == 0);
            return new NoiseMeasurement(baseline.Curve, part, compared, overlap)
                .Measure(comparison, baseline.Spectrum.Ordinate, values, options, warnings);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    // how many of the differences are none
    [MethodImpl(HotPath.Compiled)]
    private static int Subtract(ReadOnlySpan<double> sample, ReadOnlySpan<double> baseline, Span<double> difference)
    {
        var i = 0;
        for (; i <= difference.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var ours = Vector256.Create(sample[i..]);
            (ours - Vector256.Create(baseline[i..])).CopyTo(difference[i..]);
        }

        for (; i < difference.Length; i++)
            difference[i] = sample[i] - baseline[i];
        if (FiniteValues.Are(difference))
            return 0;
        var missing = 0;
        foreach (var value in difference)
            missing += double.IsFinite(value) ? 0 : 1;
        return missing;
    }

    private static SpectralComparison WithoutGaps(
        BaselinePart part, ReadOnlySpan<double> values, double[] difference, int missing, int marks, ComparisonOptions options,
        List<string> warnings)
    {
        var count = difference.Length - missing;
        if (count < Math.Max(1, options.MinimumOverlapPoints))
        {
            throw new SpectralException(
                SpectralErrorIds.TooLittleOverlap, SpectralErrorCategory.InvalidData,
                FormattableString.Invariant(
                    $"Baseline and sample both have a value at {count} points, and {options.MinimumOverlapPoints} are needed."),
                "Look at the missing values of both files.");
        }

        double[] x = new double[count], ours = new double[count], theirs = new double[count], kept = new double[count];
        var made = 0;
        for (var i = 0; i < difference.Length; i++)
        {
            if (!double.IsFinite(difference[i]))
                continue;
            (x[made], ours[made], theirs[made], kept[made]) = (part.X[i], part.Y[i], values[i], difference[i]);
            made++;
        }

        if (missing > marks)
        {
            warnings.Add(FormattableString.Invariant(
                $"{missing - marks} of {difference.Length - marks} points were left out, ")
                + "since the sample or the baseline has no value there.");
        }

        return PairMetrics.Compute(ours, theirs, part.Difference(x, kept));
    }

    // The trapezoidal rule between neighbors that both have a value: a gap has no area.
    [MethodImpl(HotPath.Compiled)]
    private static double Area(ReadOnlySpan<double> x, ReadOnlySpan<double> difference)
    {
        double area = 0;
        for (var i = 1; i < x.Length; i++)
        {
            var strip = (x[i] - x[i - 1]) * (difference[i] + difference[i - 1]) / 2;
            if (double.IsFinite(strip))
                area += strip;
        }

        return area;
    }
}
