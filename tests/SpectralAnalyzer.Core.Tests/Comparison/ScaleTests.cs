using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class ScaleTests
{
    private static readonly double[] s_x = [1, 2, 4, 5, 7, 8, 10];
    private static readonly double[] s_a = [0.1, 0.4, 0.9, 0.35, 0.2, 0.8, 0.3];
    private static readonly double[] s_b = [0.12, 0.38, 1.0, 0.30, 0.22, 0.7, 0.31];

    [Theory]
    [InlineData(-600)]
    [InlineData(-1000)]
    [InlineData(530)]
    [InlineData(1000)]
    public void Metrics_do_not_depend_on_the_scale_of_y(int exponent)
    {
        var once = Compare(s_x, s_a, s_b);

        var scaled = Compare(s_x, Make.Map(s_a, v => Math.ScaleB(v, exponent)), Make.Map(s_b, v => Math.ScaleB(v, exponent)));

        Assert.Equal(once.Correlation, scaled.Correlation, 13);
        Assert.Equal(once.SpectralAngle, scaled.SpectralAngle, 13);
        Assert.Equal(1, scaled.Rmse / Math.ScaleB(once.Rmse, exponent), 12);
        Assert.Equal(1, scaled.MeanAbsoluteDifference / Math.ScaleB(once.MeanAbsoluteDifference, exponent), 12);
        Assert.Equal(1, scaled.MaxAbsoluteDifference / Math.ScaleB(once.MaxAbsoluteDifference, exponent), 12);
    }

    [Theory]
    [InlineData(-600)]
    [InlineData(-960)]
    [InlineData(530)]
    [InlineData(1000)]
    public void Every_metric_is_right_or_not_defined_at_any_scale_of_y(int exponent)
    {
        var x = Make.Range(400, 2, 900);
        var noise = Make.Noise(900, 5);
        double[] baseline = Make.Map(x, v => 0.1 + Band(v, 900, 20) + Band(v, 1500, 12));
        double[] sample =
        [
            .. x.Select((v, i) => 0.1 + Band(v, 901, 20) + (0.8 * Band(v, 1500, 12)) + Band(v, 1900, 9) + (0.004 * noise[i])),
        ];
        var once = Compare(x, baseline, sample);

        var scaled = Compare(
            x, Make.Map(baseline, v => Math.ScaleB(v, exponent)), Make.Map(sample, v => Math.ScaleB(v, exponent)));

        Assert.All(SpectralMetrics.All, metric =>
        {
            var expected = metric.Value(once);
            var value = metric.Value(scaled);
            if (metric.Quantity is MetricQuantity.Difference or MetricQuantity.Area)
                value = Math.ScaleB(value, -exponent);
            if (!double.IsNaN(value))
                Assert.Equal(expected, value, 1e-9 * Math.Max(1, Math.Abs(expected)));
        });

        static double Band(double x, double center, double width) => Math.Exp(-Math.Pow((x - center) / width, 2));
    }

    [Fact]
    public void Spectra_of_very_different_scale_still_correlate() =>
        Assert.Equal(1, Compare(s_x, s_a, Make.Map(s_a, v => v * 1e-170)).Correlation, 12);

    [Theory]
    [InlineData(ResamplingMethod.Pchip, -560)]
    [InlineData(ResamplingMethod.Pchip, 520)]
    [InlineData(ResamplingMethod.Akima, -560)]
    [InlineData(ResamplingMethod.Akima, 520)]
    public void Cubics_do_not_depend_on_the_scale_of_x_or_y(ResamplingMethod method, int exponent)
    {
        var positions = Make.Range(1.2, 0.55, 16);
        var expected = Resample(positions, s_x, s_a, method);

        var scaledX = Resample(Scale(positions), Scale(s_x), s_a, method);
        var scaledY = Resample(positions, s_x, Scale(s_a), method);

        for (var i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i], scaledX[i], 12);
            Assert.Equal(expected[i], Math.ScaleB(scaledY[i], -exponent), 12);
        }

        double[] Scale(double[] values) => Make.Map(values, v => Math.ScaleB(v, exponent));
    }

    [Fact]
    public void The_tolerance_at_the_ends_follows_the_step()
    {
        // At 1e7 with steps of 1e-7, half a step beyond the end is outside; at 0 with steps of 1, rounding of a conversion is
        // inside.
        var fine = Make.Range(1e7, 1e-7, 20);
        var sample = Make.Spectrum([.. fine[..10]], new double[10]);
        double[] positions = [fine[9], fine[9] + 5e-8];
        var values = new double[2];
        Interpolation.At(positions, Curve.From(sample), ResamplingMethod.Linear, values);

        Assert.Equal([0, double.NaN], values);
        var zero = Compare(
            Make.Spectrum([0, 1, 2, 3], [1, 2, 3, 4]), Make.Spectrum([1e-12, 1, 2, 3], [1, 2, 3, 4]));
        Assert.Equal((4, 1), (zero.PointCount, Math.Round(zero.Coverage, 9)));
    }

    [Fact]
    public void Akima_goes_straight_through_two_points_between_gaps()
    {
        double[] x = [0, 1, 2, 3, 4, 5, 6, 7], y = [0, 2, double.NaN, 6, 8, double.NaN, 12, 14];
        double[] positions = [0.5, 1.5, 3.25, 6.75];
        var values = new double[4];
        Interpolation.At(positions, Curve.From(Make.Spectrum(x, y)), ResamplingMethod.Akima, values);

        Assert.Equal([1, double.NaN, 6.5, 13.5], values);
    }

    private static double[] Resample(double[] positions, double[] x, double[] y, ResamplingMethod method)
    {
        var values = new double[positions.Length];
        Interpolation.At(positions, Curve.From(Make.Spectrum(x, y)), method, values);
        return values;
    }

    private static SpectralComparison Compare(double[] x, double[] a, double[] b) =>
        Compare(Make.Spectrum(x, a), Make.Spectrum(x, b));

    private static SpectralComparison Compare(Spectrum a, Spectrum b) => Make.Compare(a, b).Comparison;
}
