using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// The noise of both spectra in one region, stated or the quietest, and that of the 100 % line there, about the straight line
/// that fits best.
/// </summary>
/// <param name="baseline">The baseline.</param>
/// <param name="part">Its part that is compared.</param>
/// <param name="sample">The sample.</param>
/// <param name="overlap">The compared range.</param>
internal sealed class NoiseMeasurement(Curve baseline, BaselinePart part, Curve sample, Overlap overlap)
{
    private readonly double _baselineHeight = part.Height;
    private readonly double _sampleHeight = sample.Height(overlap.Sample.Start, overlap.Sample.Count);

    /// <summary>Measures, and sets the metrics of a comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="ordinate">What both spectra are.</param>
    /// <param name="values">The sample's values at the baseline's points in the overlap.</param>
    /// <param name="options">State the region, or not.</param>
    /// <param name="warnings">Takes in what the user should know.</param>
    internal SpectralComparison Measure(
        SpectralComparison comparison, SpectralOrdinate ordinate, ReadOnlySpan<double> values, ComparisonOptions options,
        List<string> warnings)
    {
        var stated = options.NoiseRegionMin is not null || options.NoiseRegionMax is not null;
        var region = stated
            ? (Math.Max(overlap.Minimum, options.NoiseRegionMin ?? overlap.Minimum),
                Math.Min(overlap.Maximum, options.NoiseRegionMax ?? overlap.Maximum))
            : Quietest();
        if (region is not var (from, to))
            return comparison;
        Residuals ours = Residuals.About(baseline, from, to), theirs = Residuals.About(sample, from, to),
            ratio = Ratio(ordinate, values, from, to);
        if (stated && (double.IsNaN(ours.Rms) || double.IsNaN(theirs.Rms)))
        {
            warnings.Add(FormattableString.Invariant(
                $"The noise region from {options.NoiseRegionMin ?? overlap.Minimum:G7} ")
                + FormattableString.Invariant($"to {options.NoiseRegionMax ?? overlap.Maximum:G7} ")
                + $"has fewer than {Residuals.FewestPoints} points of the baseline or the sample: its noise is not measured.");
        }

        return from > to ? comparison : comparison with
        {
            NoiseRegionMin = from,
            NoiseRegionMax = to,
            BaselineNoise = ours.Rms,
            BaselineNoisePeakToPeak = ours.PeakToPeak,
            BaselineSignalToNoise = ours.Rms > 0 ? _baselineHeight / ours.Rms : double.NaN,
            SampleNoise = theirs.Rms,
            SampleNoisePeakToPeak = theirs.PeakToPeak,
            SampleSignalToNoise = theirs.Rms > 0 ? _sampleHeight / theirs.Rms : double.NaN,
            RatioMean = ratio.Mean,
            RatioNoise = ratio.Rms,
            RatioNoisePeakToPeak = ratio.PeakToPeak,
        };
    }

    // of the windows, the one where the noise of both, each relative to the height of its spectrum, is least; noise of nothing at
    // all is padding
    private (double From, double To)? Quietest()
    {
        if (!(_baselineHeight > 0) || !(_sampleHeight > 0))
            return null;
        (double From, double To)? quietest = null;
        var least = double.PositiveInfinity;
        foreach (var window in part.NoiseWindows)
        {
            var ours = window.Noise / _baselineHeight;
            // what the sample adds can only make it more, and the windows that follow are noisier
            if (ours * ours > least)
                break;
            var theirs = Residuals.About(sample, window.From, window.To).Rms / _sampleHeight;
            var noise = theirs > 0 ? (ours * ours) + (theirs * theirs) : double.PositiveInfinity;
            if (noise < least || (noise == least && window.From < quietest?.From))
                (least, quietest) = (noise, (window.From, window.To));
        }

        return quietest;
    }

    // sample over baseline; of absorbances, the ratio of the transmittances
    private Residuals Ratio(SpectralOrdinate ordinate, ReadOnlySpan<double> values, double from, double to)
    {
        var label = OrdinateLabel.Parse(ordinate);
        var range = PointRange.Within(baseline, from, to);
        var offset = range.Start - overlap.Baseline.Start;
        if (offset < 0 || offset + range.Count > values.Length
            || (label.Kind == OrdinateKind.Absorbance && label.Quantity is not null))
            return Residuals.None;
        var ratios = new double[range.Count];
        for (var i = 0; i < ratios.Length; i++)
        {
            double ours = baseline.Y[range.Start + i], theirs = values[offset + i];
            ratios[i] = label.Kind == OrdinateKind.Absorbance ? Math.Pow(10, label.Factor * (ours - theirs)) : theirs / ours;
            if (ours <= 0 && label.Kind != OrdinateKind.Absorbance)
                return Residuals.None;
        }

        return Residuals.About(baseline.X.Slice(range.Start, range.Count), ratios);
    }
}
