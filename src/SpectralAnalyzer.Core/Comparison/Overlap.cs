using System.Globalization;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Where baseline and sample both have values.</summary>
/// <param name="Minimum">Its smallest x.</param>
/// <param name="Maximum">Its largest x.</param>
/// <param name="Coverage">The part of the baseline's range that it covers.</param>
/// <param name="Baseline">The baseline's points in it.</param>
/// <param name="Sample">The sample's points in it.</param>
internal readonly record struct Overlap(double Minimum, double Maximum, double Coverage, PointRange Baseline, PointRange Sample)
{
    /// <summary>Finds the overlap, or says why there is too little of it.</summary>
    /// <exception cref="SpectralException"><c>NoOverlap</c>, <c>TooLittleOverlap</c>.</exception>
    public static Overlap Find(PreparedBaseline baseline, Spectrum sample, Curve sampleCurve, ComparisonOptions options)
    {
        var curve = baseline.Curve;
        var minimum = Math.Max(curve.Minimum, sampleCurve.Minimum);
        var maximum = Math.Min(curve.Maximum, sampleCurve.Maximum);
        if (minimum - maximum > Math.Max(curve.Tolerance, sampleCurve.Tolerance))
        {
            throw new SpectralException(
                SpectralErrorIds.NoOverlap, SpectralErrorCategory.InvalidData,
                $"The sample and the baseline have no x in common: {Ranges(baseline, sample, sampleCurve)}.",
                Advice(baseline.Spectrum, sample));
        }

        maximum = Math.Max(minimum, maximum);
        var coverage = Math.Clamp((maximum - minimum) / (curve.Maximum - curve.Minimum), 0, 1);
        var overlap = new Overlap(
            minimum, maximum, coverage, PointRange.Within(curve, minimum, maximum),
                PointRange.Within(sampleCurve, minimum, maximum));
        var fewest = Math.Min(overlap.Baseline.Count, overlap.Sample.Count);
        if (fewest < options.MinimumOverlapPoints)
        {
            var whose = overlap.Baseline.Count <= overlap.Sample.Count ? "baseline" : "sample";
            throw new SpectralException(
                SpectralErrorIds.TooLittleOverlap, SpectralErrorCategory.InvalidData,
                FormattableString.Invariant(
                    $"The {whose} has {Points(fewest)} in the overlap, and {options.MinimumOverlapPoints} are needed: ")
                    + $"{Ranges(baseline, sample, sampleCurve)}.",
                Advice(baseline.Spectrum, sample));
        }

        if (coverage < options.MinimumCoverage)
        {
            throw new SpectralException(
                SpectralErrorIds.TooLittleOverlap, SpectralErrorCategory.InvalidData,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The sample covers {coverage * 100:0.##} % of the baseline's range, and "
                    + $"{options.MinimumCoverage * 100:0.##} % are needed: ")
                    + $"{Ranges(baseline, sample, sampleCurve)}.",
                Advice(baseline.Spectrum, sample));
        }

        return overlap;
    }

    /// <summary>Returns the error for too small a part of the baseline's range in which both have values.</summary>
    public static SpectralException TooLittle(double coverage, ComparisonOptions options, string beside) => new(
        SpectralErrorIds.TooLittleOverlap, SpectralErrorCategory.InvalidData,
        FormattableString.Invariant(
            $"The sample covers {coverage * 100:0.##} % of the baseline's range {beside}, ")
            + FormattableString.Invariant($"and {options.MinimumCoverage * 100:0.##} % are needed."),
        "Look at the missing rows and values of both files.");

    private static string Points(int count) => count == 1 ? "1 point" : FormattableString.Invariant($"{count} points");

    private static string Ranges(PreparedBaseline baseline, Spectrum sample, Curve sampleCurve) =>
        $"the sample reaches {Range(sampleCurve, sample.Axis)}, the baseline {Range(baseline.Curve, baseline.Spectrum.Axis)}";

    private static string Range(Curve curve, SpectralAxis axis)
    {
        var unit = axis.Symbol.Length == 0 ? "(unit unknown)" : axis.Symbol;
        var supposed = axis.IsInferred ? " (unit supposed)" : "";
        return FormattableString.Invariant($"from {curve.Minimum:G7} to {curve.Maximum:G7} {unit}{supposed}");
    }

    private static string Advice(Spectrum baseline, Spectrum sample)
    {
        var uncertain = new[] { baseline.Axis, sample.Axis }.Any(axis => axis.IsInferred || axis.Unit == AxisUnit.Unknown);
        return uncertain && baseline.XUnit != sample.XUnit
            ? "State the x unit where a file does not say it, -XUnit for the samples and -BaselineXUnit for the baseline, "
                + "or use a baseline of the same range."
            : "Use a baseline that covers the sample's range.";
    }
}
