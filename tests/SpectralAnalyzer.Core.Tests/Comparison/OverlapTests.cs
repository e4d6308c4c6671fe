using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class OverlapTests
{
    private static readonly double[] s_x = Make.Range(1000, 10, 100);
    private static readonly double[] s_absorbance = Make.Map(s_x, v => 0.05 + Make.Band(v, 1500, 80, 0.8));

    [Fact]
    public void Transmittance_without_absorbance_is_left_out_and_told()
    {
        var transmittance = Make.Map(s_absorbance, a => Math.Pow(10, -a));
        transmittance[10] = 0;
        transmittance[20] = -0.01;

        var outcome = Make.Compare(
            Make.Spectrum(s_x, s_absorbance), Make.Spectrum(s_x, transmittance, kind: OrdinateKind.Transmittance));

        Assert.Equal(98, outcome.Comparison.PointCount);
        Assert.Equal(98, outcome.Comparison.GetDifference()!.Count);
        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference, 14);
        Assert.Equal(2, outcome.Warnings.Count);
    }

    [Fact]
    public void No_overlap_fails_with_both_ranges()
    {
        var error = Make.ErrorOf(
            () => Make.Compare(Make.Spectrum(s_x, s_absorbance), Make.Spectrum(Make.Range(2500, 10, 100), s_absorbance)));

        Assert.Equal("NoOverlap", error.Id);
        Assert.Contains("from 2500 to 3490 cm⁻¹", error.Message, StringComparison.Ordinal);
        Assert.Contains("from 1000 to 1990 cm⁻¹", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_small_a_part_of_the_baseline_fails()
    {
        var sample = Make.Spectrum(Make.Range(1920, 1, 400), new double[400]);

        var error = Make.ErrorOf(() => Make.Compare(Make.Spectrum(s_x, s_absorbance), sample));

        Assert.Equal("TooLittleOverlap", error.Id);
        Assert.Contains("7.07 %", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            8, Make.Compare(Make.Spectrum(s_x, s_absorbance), sample, new() { MinimumCoverage = 0.07 }).Comparison.PointCount);
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3, 100 }, new double[] { 2.5, 50, 60, 70 }, "baseline")]
    [InlineData(new double[] { 1, 2, 3, 4, 5, 6 }, new double[] { 0, 7 }, "sample")]
    public void Too_few_points_in_the_overlap_fail(double[] ours, double[] theirs, string whose)
    {
        var error = Make.ErrorOf(() => Make.Compare(Make.Spectrum(ours, ours), Make.Spectrum(theirs, theirs)));

        Assert.Equal("TooLittleOverlap", error.Id);
        Assert.StartsWith("The " + whose, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeated_x_are_averaged_with_a_warning()
    {
        var outcome = Make.Compare(Make.Spectrum([1, 2, 3, 4], [0, 0, 0, 0]), Make.Spectrum([1, 2, 2, 3, 4], [1, 2, 4, 5, 6]));

        Assert.Equal([1, 3, 5, 6], outcome.Comparison.GetDifference()!.Y);
        Assert.Contains("1 of 5 points of the sample", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_values_of_either_are_left_out_in_pairs()
    {
        var outcome = Make.Compare(
            Make.Spectrum([1, 2, 3, 4, 5, 6, 7], [1, double.NaN, 3, 4, 5, 6, 7], kind: OrdinateKind.Intensity),
            Make.Spectrum(
                [1, 2, 3, 4, 5, 6, 7], [2, 3, 4, double.NaN, 6, double.PositiveInfinity, 8], kind: OrdinateKind.Intensity));

        Assert.Equal([1, 3, 5, 7], outcome.Comparison.GetDifference()!.X);
        Assert.Equal([1, 1, 1, 1], outcome.Comparison.GetDifference()!.Y);
        Assert.Equal(1, outcome.Comparison.Correlation, 14);
        Assert.Equal(0.6, outcome.Comparison.Coverage, 12);
        Assert.Equal(2, outcome.Warnings.Count);
        Assert.Contains("3 of 7 points were left out", outcome.Warnings[0], StringComparison.Ordinal);
        Assert.Contains("60 %", outcome.Warnings[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_values_at_the_ends_make_the_range_smaller()
    {
        var sample = Make.Spectrum([1, 2, 3, 4, 5, 6], [double.NaN, 2, 3, 4, 5, double.NaN]);

        var comparison = Make.Compare(Make.Spectrum([1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6]), sample).Comparison;

        Assert.Equal((2, 5, 0.6), (comparison.OverlapMin, comparison.OverlapMax, comparison.Coverage));
    }

    [Fact]
    public void A_sample_without_a_value_fails() =>
        Assert.Equal("NoValues", Make.ErrorOf(() => Make.Compare(
            Make.Spectrum([1, 2, 3], [1, 2, 3]), Make.Spectrum([1, 2, 3], [double.NaN, double.NaN, double.NaN]))).Id);

    [Fact]
    public void A_baseline_of_two_points_is_refused() =>
        Assert.Equal("TooFewPoints", Make.ErrorOf(() => _ = new PreparedBaseline(Make.Spectrum([1, 2, 2], [1, 2, 3]))).Id);

    [Fact]
    public void A_sample_that_is_much_coarser_is_told()
    {
        var outcome = Make.Compare(Make.Spectrum(s_x, s_absorbance), Make.Spectrum([1000, 1300, 1600, 1990], [1, 2, 3, 4]));

        Assert.Contains(
            outcome.Warnings, warning => warning.Contains("4 points where the baseline has 100", StringComparison.Ordinal));
    }
}
