namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>
/// The metrics of the first derivatives, after the best shift and after scaling, and metrics of regions, against numpy 1.24.2
/// (diff, corrcoef, linalg.norm, interp): x = 400 + 2i + 0.3 sin i, i = 0 … 400, and two Gaussian bands.
/// </summary>
public sealed class ShapeMetricsTests
{
    private static readonly double[] s_x = [.. Enumerable.Range(0, 401).Select(i => 400 + (2.0 * i) + (0.3 * Math.Sin(i)))];

    [Fact]
    public void Metrics_of_the_first_derivatives_and_after_scaling_are_those_of_numpy()
    {
        var comparison = Make.Compare(Baseline(), Sample()).Comparison;

        Assert.Equal(0.9792715559466192, comparison.DerivativeCorrelation, 1e-12);
        Assert.Equal(0.20492857522946067, comparison.DerivativeAngle, 1e-12);
        Assert.Equal(0.9691077564616215, comparison.HitQualityIndex, 1e-12);
        Assert.Equal(0.6656670852040181, comparison.ScaleFactor, 1e-12);
        Assert.Equal(0.04113500242551699, comparison.ScaledRmse, 1e-12);
    }

    [Fact]
    public void Points_without_a_value_and_the_slopes_beside_them_are_left_out()
    {
        var y = Ordinates(0.1, 0.8, 700, 0.3, 950, 0);
        y.AsSpan(100, 10).Fill(double.NaN);
        var comparison = Make.Compare(Make.Spectrum(s_x, y), Sample()).Comparison;

        Assert.Equal(0.9792715563786256, comparison.DerivativeCorrelation, 1e-12);
        Assert.Equal(0.9696596107522901, comparison.HitQualityIndex, 1e-12);
        Assert.Equal(0.6649227054701465, comparison.ScaleFactor, 1e-12);
        Assert.Equal(0.041189849727215434, comparison.ScaledRmse, 1e-12);
    }

    [Fact]
    public void Values_whose_squares_overflow_or_vanish_scale_as_others_do()
    {
        var sample = Make.Spectrum(s_x, Make.Map(Ordinates(0.05, 1.2, 703, 0.5, 953, 0.0002), y => y * 1e-200));
        var comparison = Make.Compare(Baseline(), sample).Comparison;

        Assert.Equal(0.6656670852040181e200, comparison.ScaleFactor, 1e188);
        Assert.Equal(0.04113500242551699, comparison.ScaledRmse, 1e-12);
        Assert.Equal(0.9792715559466192, comparison.DerivativeCorrelation, 1e-12);
    }

    [Fact]
    public void A_shifted_spectrum_correlates_once_the_shift_is_taken_off()
    {
        var x = Make.Range(400, 2, 401);
        var comparison = Make.Compare(
            Make.Spectrum(x, Make.Map(x, v => 0.1 + Band(v, 0.8, 700, 25))),
            Make.Spectrum(x, Make.Map(x, v => 0.1 + Band(v, 0.8, 703.3, 25)))).Comparison;

        Assert.Equal(3.3, comparison.GlobalShift, 0.1);
        Assert.Equal(0.9905906208050727, comparison.Correlation, 1e-12);
        Assert.Equal(0.9999962749734183, comparison.ShiftedCorrelation, 1e-12);
    }

    [Fact]
    public void Regions_restrict_every_metric()
    {
        var options = new ComparisonOptions { Regions = [new(760, 640), new(900, 1000)] };
        var outcome = Make.Compare(Baseline(), Sample(), options);

        Assert.Equal(111, outcome.Comparison.PointCount);
        Assert.Equal(0.9752971732416104, outcome.Comparison.Correlation, 1e-12);
        Assert.Equal(0.21073992589368945, outcome.Comparison.Rmse, 1e-12);
        Assert.Equal(1, outcome.Comparison.Coverage, 1e-12);
        Assert.Empty(outcome.Warnings);
        Assert.All(
            outcome.Comparison.GetDifference()!.X, x => Assert.True(x is (>= 640 and <= 760) or (>= 900 and <= 1000), $"{x}"));
    }

    [Fact]
    public void Peaks_outside_of_the_regions_are_neither_matched_nor_new()
    {
        var sample = Make.Spectrum(s_x, Make.Map(s_x, x => 0.1 + Band(x, 0.8, 700, 25) + Band(x, 0.7, 500, 10)));
        var all = Make.Compare(Baseline(), sample).Comparison;
        var part = Make.Compare(
            Baseline(), sample, new ComparisonOptions { Regions = [new(640, 760)] }).Comparison;

        Assert.Equal((1, 1, 1), (all.Peaks.Count, all.LostPeakCount, all.NewPeakCount));
        Assert.Equal((1, 0, 0), (part.Peaks.Count, part.LostPeakCount, part.NewPeakCount));
    }

    [Fact]
    public void A_region_that_the_baseline_does_not_reach_is_refused_with_its_range()
    {
        var error = Make.ErrorOf(() => Make.Compare(
            Baseline(), Sample(), new ComparisonOptions { Regions = [new(640, 760), new(3100, 2800)] }));

        Assert.Equal(SpectralErrorIds.RegionEmpty, error.Id);
        Assert.Contains("2800-3100 cm⁻¹", error.Message, StringComparison.Ordinal);
        Assert.Contains("from 400 to", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_that_reaches_half_of_the_regions_covers_half()
    {
        var x = s_x[..200];
        var options = new ComparisonOptions { Regions = [new(640, 760), new(900, 1020)] };
        var comparison = Make.Compare(
            Baseline(), Make.Spectrum(x, Ordinates(0.05, 1.2, 703, 0.5, 953, 0)[..200]), options).Comparison;

        Assert.Equal(0.5, comparison.Coverage, 0.01);
    }

    private static Spectrum Baseline() => Make.Spectrum(s_x, Ordinates(0.1, 0.8, 700, 0.3, 950, 0));

    private static Spectrum Sample() => Make.Spectrum(s_x, Ordinates(0.05, 1.2, 703, 0.5, 953, 0.0002));

    private static double[] Ordinates(double offset, double first, double at, double second, double next, double slope) =>
        Make.Map(s_x, x => offset + Band(x, first, at, 25) + Band(x, second, next, 40) + (slope * (x - 400)));

    private static double Band(double x, double height, double center, double width) =>
        height * Math.Exp(-(x - center) / width * ((x - center) / width));
}
