using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class GapTests
{
    private static readonly double[] s_x = Make.Range(400, 2, 1801);
    private static readonly double[] s_y = Make.Map(
        s_x, v => Make.Band(v, 1000, 40, 1) + Make.Band(v, 2000, 60, 3) + Make.Band(v, 2900, 80, 0.4));

    [Theory]
    [InlineData(ResamplingMethod.Linear)]
    [InlineData(ResamplingMethod.Pchip)]
    [InlineData(ResamplingMethod.Akima)]
    public void Missing_rows_are_left_out_and_reported_with_their_range(ResamplingMethod method)
    {
        var sample = Without(1600, 2400);

        var outcome = Make.Compare(Make.Spectrum(s_x, s_y), sample, new() { Resampling = method });

        Assert.Equal(1, outcome.Comparison.Correlation, 14);
        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference);
        Assert.Equal(1801 - 399, outcome.Comparison.PointCount);
        Assert.Equal((3600 - 798) / 3600.0, outcome.Comparison.Coverage, 12);
        Assert.Contains(outcome.Warnings, warning => warning.Contains("from 1600 to 2400 cm⁻¹", StringComparison.Ordinal));
        Assert.Contains(outcome.Warnings, warning => warning.Contains("77.83 %", StringComparison.Ordinal));
        Assert.Equal([1000, 2900], outcome.Comparison.Peaks.Select(peak => Math.Round(peak.SamplePosition)));
        Assert.Equal(UnmatchedPeakKind.Lost, Assert.Single(outcome.Comparison.UnmatchedPeaks).Kind);
    }

    [Fact]
    public void Missing_rows_of_the_baseline_leave_the_rest_of_its_range_covered()
    {
        var outcome = Make.Compare(Without(1600, 2400), Make.Spectrum(s_x, s_y));

        Assert.Equal(1, outcome.Comparison.Coverage);
        Assert.Equal(1801 - 399, outcome.Comparison.PointCount);
        Assert.Contains(
            "The baseline has no points from 1600 to 2400 cm⁻¹", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_gap_in_both_costs_no_coverage()
    {
        var comparison = Make.Compare(Without(1600, 2400), Without(1600, 2400)).Comparison;

        Assert.Equal((1, 1402), (comparison.Coverage, comparison.PointCount));
        Assert.Equal(0, comparison.AreaDifference);
    }

    [Fact]
    public void Missing_values_cost_coverage_as_missing_rows_do()
    {
        var y = (double[])s_y.Clone();
        y.AsSpan(601, 399).Fill(double.NaN);

        Assert.Equal((3600 - 798) / 3600.0, Make.Compare(Make.Spectrum(s_x, s_y), Make.Spectrum(s_x, y)).Comparison.Coverage, 12);
    }

    [Fact]
    public void Unevenly_spaced_and_joined_spectra_have_no_gaps()
    {
        double[] joined = [.. Make.Range(200, 0.5, 200), .. Make.Range(300, 10, 50)];
        var random = Make.Map(Make.Noise(3000, 5), v => 2000 + (400 * v)).Order().ToArray();
        var nanometers = Make.Map(Make.Range(190, 1, 3000), v => 1e7 / v).Order().ToArray();
        var geometric = Enumerable.Range(0, 100).Select(i => Math.Pow(1.3, i)).ToArray();
        var regions = Make.Range(0, 0.25, 300).Concat(Make.Range(77.5, 2.5, 5)).Concat(Make.Range(87.75, 0.25, 300)).ToArray();
        double[] sticks =
            [10, .. Make.Range(18, 1, 5), .. Make.Range(31, 1, 5), .. Make.Range(45, 1, 2), .. Make.Range(59, 1, 4)];
        var rounded = Make.Map(Make.Range(400, 0.4821, 5000), v => Math.Round(v)).Distinct().ToArray();

        var wide = Make.Map(Make.Range(400, 1.0511, 5000), v => Math.Round(v));

        Assert.All([wide, joined, regions, sticks, random[30..^30], nanometers, geometric, rounded], x => Assert.Empty(Gaps(x)));
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 100 })]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 100, 101, 102, 103, 104, 105, 106, 107, 108 })]
    public void A_few_points_have_no_gap(double[] x) => Assert.Empty(Gaps(x));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(15, 1)]
    [InlineData(16, 1)]
    public void Two_missing_rows_between_even_steps_are_a_gap(int missing, int gaps) =>
        Assert.Equal(gaps, Gaps([.. Make.Range(0, 1, 50), .. Make.Range(50 + missing, 1, 50)]).Count);

    [Fact]
    public void Several_gaps_are_found_also_near_each_other() =>
        Assert.Equal(
            [9, 19, 22],
                Gaps([.. Make.Range(0, 1, 10), .. Make.Range(30, 1, 10), .. Make.Range(60, 1, 3), .. Make.Range(80, 1, 10)]));

    [Fact]
    public void Steps_that_are_even_but_for_the_rounding_of_x_have_gaps_too()
    {
        var rounded = Make.Map(Make.Range(400, 1.9285, 500), v => Math.Round(v, 2)).Where((_, i) => i is < 200 or > 202)
            .ToArray();
        var wavelengths = Make.Map(Make.Range(300, 0.4, 500), v => v - (v * v / 10000)).Where((_, i) => i is < 300 or > 302)
            .ToArray();

        Assert.Equal(199, Assert.Single(Gaps(rounded)));
        Assert.Equal(299, Assert.Single(Gaps(wavelengths)));
    }

    [Fact]
    public void A_band_whose_top_is_missing_has_no_peak()
    {
        var y = (double[])s_y.Clone();
        for (var i = 0; i < y.Length; i++)
            y[i] = Math.Abs(s_x[i] - 2000) < 9 ? double.NaN : y[i];

        var comparison = Make.Compare(Make.Spectrum(s_x, s_y), Make.Spectrum(s_x, y)).Comparison;

        Assert.Equal([1000, 2900], comparison.Peaks.Select(peak => Math.Round(peak.SamplePosition)));
        Assert.Equal(1, comparison.LostPeakCount);
        Assert.Equal(0, comparison.NewPeakCount);
    }

    [Fact]
    public void A_missing_flank_does_not_hide_a_top()
    {
        var y = (double[])s_y.Clone();
        for (var i = 0; i < y.Length; i++)
            y[i] = s_x[i] is > 2040 and < 2100 ? double.NaN : y[i];

        Assert.Equal(3, Make.Compare(Make.Spectrum(s_x, s_y), Make.Spectrum(s_x, y)).Comparison.Peaks.Count);
    }

    [Theory]
    [InlineData(OrdinateKind.Intensity, 1.5)]
    [InlineData(OrdinateKind.Absorbance, 2.5)]
    public void A_band_that_is_cut_off_is_reported_and_has_no_peak(OrdinateKind kind, double limit)
    {
        var y = Noisy();

        var outcome = Make.Compare(
            Make.Spectrum(s_x, y, kind: kind), Make.Spectrum(s_x, Make.Map(y, v => Math.Min(v, limit)), kind: kind));

        Assert.Equal([1000, 2900], outcome.Comparison.Peaks.Select(peak => Math.Round(peak.SamplePosition)));
        Assert.Contains("The sample is saturated at y = ", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Light_that_is_wholly_absorbed_is_reported_in_transmittance_too()
    {
        var y = Make.Map(Noisy(), a => Math.Max(100 * Math.Pow(10, -a), 0.5));

        var spectrum = Make.Spectrum(s_x, y, kind: OrdinateKind.PercentTransmittance);

        var outcome = Make.Compare(spectrum, spectrum);

        Assert.Equal([1000, 2900], outcome.Comparison.Peaks.Select(peak => Math.Round(peak.SamplePosition)));
        Assert.Equal(2, outcome.Warnings.Count);
    }

    [Theory]
    [InlineData(0.001)]
    [InlineData(0.01)]
    [InlineData(0.1)]
    public void A_rounded_top_is_not_saturated(double quantum)
    {
        var y = Make.Map(s_y, v => quantum * Math.Round(v / quantum));

        Assert.Equal(double.PositiveInfinity, Saturation.Find(y, OrdinateKind.Absorbance).Level);
    }

    [Fact]
    public void Full_scale_of_a_detector_and_absorbance_without_light_are_saturated()
    {
        Assert.Equal(65535, Saturation.Find([10, 200, 65535, 300, 12], OrdinateKind.Intensity).Level);
        Assert.Equal(double.PositiveInfinity, Saturation.Find([65535, 65535, 65535, 65535], OrdinateKind.Intensity).Level);
        Assert.Equal(6, Saturation.Find([0.1, 2, 6.2, 5.9, 6.4, 1], OrdinateKind.Absorbance).Level);
        Assert.Equal(double.PositiveInfinity, Saturation.Find([7, 8, 12, 9, 7, 1], OrdinateKind.Absorbance).Level);
        Assert.Equal(double.PositiveInfinity, Saturation.Find([0.1, 200, 620, 590, 640, 1], OrdinateKind.Absorbance).Level);
    }

    private static double[] Noisy() => [.. s_y.Zip(Make.Noise(s_y.Length, 8), (v, noise) => v + (0.0005 * noise))];

    private static List<int> Gaps(double[] x)
    {
        var steps = x.Skip(1).Zip(x, (b, a) => b - a).ToArray();
        return AxisGaps.Find(x, steps.Min(), steps.Max());
    }

    private static Spectrum Without(double from, double to)
    {
        var kept = Enumerable.Range(0, s_x.Length).Where(i => s_x[i] <= from || s_x[i] >= to).ToArray();
        return Make.Spectrum(Array.ConvertAll(kept, i => s_x[i]), Array.ConvertAll(kept, i => s_y[i]));
    }
}
