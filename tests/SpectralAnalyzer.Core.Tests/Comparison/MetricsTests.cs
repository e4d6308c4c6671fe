namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class MetricsTests
{
    private static readonly double[] s_x = [1, 2, 4, 5, 7, 8, 10];
    private static readonly double[] s_a = [0.1, 0.4, 0.9, 0.35, 0.2, 0.8, 0.3];
    private static readonly double[] s_b = [0.12, 0.38, 1.0, 0.30, 0.22, 0.7, 0.31];

    [Fact]
    public void Pearson_is_the_published_value() =>
        Assert.Equal(0.810884854079, Of([1, 2, 3], [1, 2, 3], [2, 1, 10]).Correlation, 12);

    [Fact]
    public void Figures_agree_with_numpy_and_scipy()
    {
        // scipy 1.10.1: pearsonr; numpy 1.24.2: dot, linalg.norm, arctan2, mean, argmax, trapz
        var comparison = Of(s_x, s_a, s_b);

        Assert.Equal(0.9790243186009683, comparison.Correlation, 14);
        Assert.Equal(0.9790243186009683 * 0.9790243186009683, comparison.RSquared, 14);
        Assert.Equal(0.9936672425795647, comparison.CosineSimilarity, 14);
        Assert.Equal(0.11260064564950246, comparison.SpectralAngle, 14);
        Assert.Equal(0.058309518948453015, comparison.Rmse, 14);
        Assert.Equal(0.04571428571428572, comparison.MeanAbsoluteDifference, 14);
        Assert.Equal(0.1, comparison.MaxAbsoluteDifference, 14);
        Assert.Equal(8, comparison.MaxDifferencePosition);
        Assert.Equal(-0.055, comparison.AreaDifference, 14);
        Assert.Equal(7, comparison.PointCount);
        Assert.Equal(1, comparison.Coverage);
    }

    [Fact]
    public void Parallel_vectors_have_no_angle_and_orthogonal_ones_a_right_angle()
    {
        var parallel = Of([1, 2, 3, 4], [1, 2, 3, 1], [2, 4, 6, 2]);
        var orthogonal = Of([1, 2, 3, 4], [1, 0, 2, 0], [0, 3, 0, 5]);
        var opposite = Of([1, 2, 3, 4], [1, 2, 3, 1], [-1, -2, -3, -1]);

        Assert.Equal(0, parallel.SpectralAngle, 15);
        Assert.Equal(1, parallel.CosineSimilarity, 15);
        Assert.Equal(Math.PI / 2, orthogonal.SpectralAngle, 15);
        Assert.Equal(0, orthogonal.CosineSimilarity);
        Assert.Equal(Math.PI, opposite.SpectralAngle, 15);
    }

    [Fact]
    public void A_tiny_angle_keeps_its_digits()
    {
        // (1, 0, 0) and (1, 1e-9, 0): the angle is atan 1e-9; the arc cosine of their cosine, which rounds to 1, would give 0.
        var comparison = Of([1, 2, 3], [1, 0, 0], [1, 1e-9, 0]);

        Assert.Equal(1e-9, comparison.SpectralAngle, 1e-9 * 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1e3)]
    [InlineData(1e9)]
    [InlineData(-1e12)]
    public void Correlation_does_not_mind_an_offset(double offset)
    {
        // Whole numbers, so that the offset itself rounds nothing.
        var noise = Make.Map(Make.Noise(1001, 7), v => Math.Round(1000 * v));
        var x = Make.Range(400, 1, 1001);
        var a = Make.Map(x, v => Math.Round(1000 * Math.Sin(v / 30)));
        var b = a.Zip(noise, (p, q) => p + q).ToArray();
        var expected = Of(x, a, b).Correlation;

        Assert.InRange(expected, 0.4, 0.8);
        Assert.Equal(expected, Of(x, Make.Map(a, v => v + offset), Make.Map(b, v => v - offset)).Correlation, 12);
    }

    [Fact]
    public void Scaling_the_sample_changes_neither_correlation_nor_angle()
    {
        var once = Of(s_x, s_a, s_b);
        var scaled = Of(s_x, s_a, Make.Map(s_b, v => 3.7e5 * v));

        Assert.Equal(once.Correlation, scaled.Correlation, 13);
        Assert.Equal(once.SpectralAngle, scaled.SpectralAngle, 13);
    }

    [Fact]
    public void Exchanging_the_two_turns_only_the_sign_of_the_area()
    {
        var forth = Of(s_x, s_a, s_b);
        var back = Of(s_x, s_b, s_a);

        Assert.Equal(forth.Correlation, back.Correlation);
        Assert.Equal(forth.CosineSimilarity, back.CosineSimilarity);
        Assert.Equal(forth.SpectralAngle, back.SpectralAngle);
        Assert.Equal(forth.Rmse, back.Rmse);
        Assert.Equal(forth.AreaDifference, -back.AreaDifference);
    }

    [Fact]
    public void A_spectrum_equals_itself()
    {
        var x = Make.Range(400, 1, 3601);
        var y = Make.Map(x, v => Make.Band(v, 1700, 30, 1) + Make.Band(v, 2900, 80, 0.5));

        var comparison = Of(x, y, y);

        Assert.Equal(1, comparison.Correlation, 15);
        Assert.Equal(0, comparison.SpectralAngle);
        Assert.Equal(0, comparison.Rmse);
        Assert.Equal(0, comparison.MaxAbsoluteDifference);
        Assert.Equal(0, comparison.AreaDifference);
        Assert.Equal(0, comparison.MeanPeakShift);
        Assert.Equal(2, comparison.Peaks.Count);
        Assert.All(comparison.GetDifference()!.Y, v => Assert.Equal(0, v));
    }

    [Theory]
    [InlineData(new[] { 0.1, 0.1, 0.1 }, new[] { 1.0, 2, 3 })]
    [InlineData(new[] { 1.0, 2, 3 }, new[] { 0.1, 0.1, 0.1 })]
    [InlineData(new[] { 5.0, 5, 5 }, new[] { 5.0, 5, 5 })]
    [InlineData(new[] { 0.0, 0, 0 }, new[] { 0.0, 0, 0 })]
    public void A_constant_has_no_correlation(double[] a, double[] b)
    {
        var comparison = Of([1, 2, 3], a, b);

        Assert.True(double.IsNaN(comparison.Correlation));
        Assert.True(double.IsNaN(comparison.RSquared));
        Assert.True(double.IsFinite(comparison.Rmse));
    }

    [Fact]
    public void A_zero_vector_has_no_direction()
    {
        var comparison = Of([1, 2, 3], [0, 0, 0], [1, 2, 3]);

        Assert.True(double.IsNaN(comparison.SpectralAngle));
        Assert.True(double.IsNaN(comparison.CosineSimilarity));
    }

    [Fact]
    public void The_difference_is_sample_minus_baseline_in_the_baselines_units()
    {
        var difference = Of([1, 2, 3], [1, 2, 4], [3, 1, 4]).GetDifference()!;

        Assert.Equal([1, 2, 3], difference.X);
        Assert.Equal([2, -1, 0], difference.Y);
        Assert.Equal(AxisUnit.Wavenumber, difference.XUnit);
        Assert.Equal(OrdinateKind.Absorbance, difference.Ordinate.Kind);
    }

    [Fact]
    public void A_million_points_are_compared()
    {
        var x = Make.Range(0, 0.001, 1_000_000);
        var noise = Make.Noise(x.Length, 3);
        var y = Make.Map(x, v => 1e6 + (1000 * Math.Sin(v / 50)));

        var comparison = Of(x, y, [.. y.Zip(noise, (p, q) => p + q)]);

        Assert.Equal(1_000_000, comparison.PointCount);
        Assert.InRange(comparison.Rmse, 0.99, 1.01);
        Assert.InRange(comparison.Correlation, 0.99999, 1);
    }

    private static SpectralComparison Of(double[] x, double[] baseline, double[] sample) =>
        Make.Compare(Make.Spectrum(x, baseline), Make.Spectrum(x, sample)).Comparison;
}
