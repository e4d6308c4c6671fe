namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>The cases of docs/metrics.md, "What r does not see".</summary>
public sealed class LimitsOfCorrelationTests
{
    private static readonly double[] s_x = Make.Range(400, 1, 3201);

    [Fact]
    public void A_hump_under_both_hides_that_the_bands_differ()
    {
        var comparison = Compare(v => Hump(v) + Make.Band(v, 1000, 30, 1), v => Hump(v) + Make.Band(v, 2600, 30, 1));

        Assert.True(comparison.Correlation > 0.999);
        Assert.Equal((1, 1), (comparison.LostPeakCount, comparison.NewPeakCount));

        static double Hump(double v) => Make.Band(v, 1800, 2500, 20);
    }

    [Fact]
    public void A_slope_under_one_hides_that_the_bands_agree()
    {
        var comparison = Compare(Bands, v => Bands(v) + ((v - 400) / 3200));

        Assert.True(comparison.Correlation < 0.6);
        Assert.Equal((2, 0, 0), (comparison.Peaks.Count, comparison.LostPeakCount, comparison.NewPeakCount));
    }

    [Fact]
    public void A_new_band_of_a_tenth_passes_a_high_limit()
    {
        var comparison = Compare(Bands, v => Bands(v) + Make.Band(v, 3000, 30, 0.1));

        Assert.True(comparison.Correlation > 0.98);
        Assert.Equal(1, comparison.NewPeakCount);
        Assert.Equal(3000, comparison.MaxDifferencePosition);
    }

    private static double Bands(double v) => Make.Band(v, 1000, 40, 1) + Make.Band(v, 1700, 40, 0.8);

    private static SpectralComparison Compare(Func<double, double> baseline, Func<double, double> sample) =>
        Make.Compare(Make.Spectrum(s_x, Make.Map(s_x, baseline)), Make.Spectrum(s_x, Make.Map(s_x, sample))).Comparison;
}
