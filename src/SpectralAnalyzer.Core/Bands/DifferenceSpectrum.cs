using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Bands;

/// <summary>Subtracts the baseline from a sample, on the baseline's points where the sample reaches them.</summary>
internal static class DifferenceSpectrum
{
    /// <summary>Returns the difference, NaN where either has no value; null where the two do not overlap.</summary>
    internal static Spectrum? Create(Spectrum sample, Curve baseline, ResamplingMethod resampling)
    {
        var curve = Curve.From(sample);
        if (curve.FiniteCount == 0 || baseline.FiniteCount == 0)
            return null;
        var start = Math.Max(baseline.First, baseline.FirstAtOrAfter(curve.Minimum - curve.Tolerance));
        var end = Math.Min(baseline.Last, baseline.LastAtOrBefore(curve.Maximum + curve.Tolerance));
        if (end < start)
            return null;
        var x = baseline.X[start..(end + 1)].ToArray();
        var difference = new double[x.Length];
        Interpolation.At(x, curve, resampling, difference);
        for (var i = 0; i < x.Length; i++)
        {
            difference[i] -= baseline.Y[start + i];
            if (!double.IsFinite(difference[i]))
                difference[i] = double.NaN;
        }

        return Spectrum.FromSource(x, difference);
    }
}
