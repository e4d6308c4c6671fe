using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class ResamplingTests
{
    private static readonly double[] s_x = [0, 1, 2.5, 3, 4.2, 6, 7, 9.5, 10];
    private static readonly double[] s_y = [0, 0.2, 0.1, 3.1, 3.0, 5.5, 5.5, 1.2, 1.0];
    private static readonly double[] s_positions = [0, 0.25, 0.5, 1.3, 2.4, 2.7, 3.3, 3.9, 5, 6.5, 8, 9.7, 10];

    [Fact]
    public void Linear_resampling_gives_the_published_values_and_nothing_outside_the_range()
    {
        var baseline = Make.Spectrum([1, 5, 9, 13, 14, 17, 21, 22, 23], [0, 0, 0, 0, 0, 0, 0, 0, 0]);
        var sample = Make.Spectrum([2, 4, 12, 16, 20], [1, 3, 7, 6, 20]);

        var comparison = Make.Compare(baseline, sample).Comparison;

        Assert.Equal([5, 9, 13, 14, 17], comparison.GetDifference()!.X);
        Assert.Equal([3.5, 5.5, 6.75, 6.5, 9.5], comparison.GetDifference()!.Y);
        Assert.Equal(5, comparison.PointCount);
        Assert.Equal((2, 20), (comparison.OverlapMin, comparison.OverlapMax));
        Assert.Equal(18.0 / 22, comparison.Coverage, 15);
    }

    [Fact]
    public void Pchip_agrees_with_scipy() =>
        // scipy 1.10.1: PchipInterpolator(x, y)(positions)
        AssertResampled(
            ResamplingMethod.Pchip,
            [0.0, 0.074375, 0.13833333333333336, 0.1896, 0.10127407407407407, 1.1560000000000017, 3.084375, 3.015625,
                4.042524005486968, 5.5, 4.123239779005525, 1.0971880662983429, 1.0]);

    [Fact]
    public void Akima_agrees_with_scipy() =>
        // scipy 1.10.1: Akima1DInterpolator(x, y)(positions)
        AssertResampled(
            ResamplingMethod.Akima,
            [0.0, 0.06927631578947369, 0.11807017543859649, 0.21681533913523968, 0.0860629254091777, 1.1165204625766671,
                3.208051095722853, 2.8895641198877904, 4.170070744975596, 5.703777132688803, 3.902484555934545,
                1.0470526315789477, 1.0]);

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    [InlineData(23)]
    public void Pchip_agrees_with_math_net_on_uneven_grids(int seed)
    {
        // Math.NET's Akima is no yardstick: its slopes at the ends are not those of Akima's paper.
        var x = Make.Map(Make.Noise(300, (ulong)seed), v => Math.Round(v, 4)).Distinct().Order().ToArray();
        var y = Make.Noise(x.Length, (ulong)seed + 100);
        var positions = Make.Range(x[0], (x[^1] - x[0]) / 1000, 1000);
        var spline = MathNet.Numerics.Interpolation.CubicSpline.InterpolatePchipSorted(x, y);

        var resampled = Resample(positions, Make.Spectrum(x, y), ResamplingMethod.Pchip);

        for (var i = 0; i < positions.Length; i++)
            Assert.Equal(spline.Interpolate(positions[i]), resampled[i], 10);
    }

    [Theory]
    [InlineData(ResamplingMethod.Linear)]
    [InlineData(ResamplingMethod.Pchip)]
    [InlineData(ResamplingMethod.Akima)]
    public void A_straight_line_stays_one(ResamplingMethod method)
    {
        var positions = Make.Range(1, 0.37, 20);
        var line = Make.Spectrum([0.5, 1, 2.5, 3, 7, 9], [0, 1, 4, 5, 13, 17]);

        var resampled = Resample(positions, line, method);

        for (var i = 0; i < positions.Length; i++)
            Assert.Equal((2 * positions[i]) - 1, resampled[i], 13);
    }

    [Fact]
    public void Pchip_never_leaves_the_range_of_two_neighbors()
    {
        var x = Make.Range(0, 1, 40);
        var y = Make.Noise(40, 11);
        var positions = Make.Range(0, 0.05, 781);

        var resampled = Resample(positions, Make.Spectrum(x, y), ResamplingMethod.Pchip);

        for (var i = 0; i < positions.Length; i++)
        {
            var left = Math.Min((int)positions[i], 38);
            Assert.InRange(resampled[i], Math.Min(y[left], y[left + 1]) - 1e-12, Math.Max(y[left], y[left + 1]) + 1e-12);
        }
    }

    [Theory]
    [InlineData(ResamplingMethod.Linear)]
    [InlineData(ResamplingMethod.Pchip)]
    [InlineData(ResamplingMethod.Akima)]
    public void The_points_themselves_are_kept_to_the_bit(ResamplingMethod method)
    {
        var resampled = Resample([0, 2.5, 6, 10], Make.Spectrum(s_x, s_y), method);

        Assert.Equal([0, 0.1, 5.5, 1.0], resampled);
    }

    [Theory]
    [InlineData(ResamplingMethod.Linear)]
    [InlineData(ResamplingMethod.Pchip)]
    [InlineData(ResamplingMethod.Akima)]
    public void Nothing_is_found_across_a_gap(ResamplingMethod method)
    {
        var sample = Make.Spectrum([0, 1, 2, 3, 4, 5, 6, 7], [0, 1, 2, double.NaN, 4, 5, 6, 7]);
        var baseline = Make.Spectrum([0.5, 2, 2.5, 3, 3.5, 4, 5.5, 6.5], new double[8]);

        var outcome = Make.Compare(baseline, sample, new() { Resampling = method });

        Assert.Equal([0.5, 2, 4, 5.5, 6.5], outcome.Comparison.GetDifference()!.X);
        Assert.All(outcome.Comparison.GetDifference()!.X.Zip(outcome.Comparison.GetDifference()!.Y),
            pair => Assert.Equal(pair.First, pair.Second, 14));
        Assert.Contains(outcome.Warnings, warning => warning.Contains("3 of 8 points were left out", StringComparison.Ordinal));
    }

    [Fact]
    public void The_direction_of_the_file_does_not_matter()
    {
        var x = Make.Range(400, 1.9, 200);
        var y = Make.Noise(200, 5);
        var baseline = Make.Spectrum(Make.Range(405, 2.3, 150), Make.Noise(150, 6));

        var rising = Make.Compare(baseline, Make.Spectrum(x, y)).Comparison;
        var falling = Make.Compare(baseline, Make.Spectrum([.. x.Reverse()], [.. y.Reverse()])).Comparison;

        Assert.Equal(rising.Correlation, falling.Correlation);
        Assert.Equal(rising.Rmse, falling.Rmse);
        Assert.Equal(rising.GetDifference()!.Y, falling.GetDifference()!.Y);
    }

    private static void AssertResampled(ResamplingMethod method, double[] expected)
    {
        var resampled = Resample(s_positions, Make.Spectrum(s_x, s_y), method);

        Assert.Equal(expected.Length, resampled.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], resampled[i], 13);
    }

    private static double[] Resample(double[] positions, Spectrum spectrum, ResamplingMethod method)
    {
        var values = new double[positions.Length];
        Interpolation.At(positions, Curve.From(spectrum), method, values);
        return values;
    }
}
