using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

public sealed class MetricsCaptionTests
{
    private static readonly SpectralComparison s_comparison = new()
    {
        Correlation = 0.99997,
        Rmse = 1.234e-6,
        MaxAbsoluteDifference = 0.1,
        MaxDifferencePosition = 2925,
        Coverage = 0.5,
        OverlapMin = 400,
        OverlapMax = 4000,
        Peaks = [new PeakMatch(1000, 999.746, -0.254, 1, 1)],
        MeanPeakShift = -0.254,
    };

    private static readonly SpectralAxis s_wavenumber = new(AxisUnit.Wavenumber);
    private static readonly SpectralOrdinate s_absorbance = new(OrdinateKind.Absorbance);

    [Fact]
    public void Every_metric_with_a_caption_is_shown_with_its_digits_and_unit() => Assert.Equal(
        [
            "r = 0.99997", "RMSE = 1.23 × 10⁻⁶", "largest difference 0.100 at 2925 cm⁻¹", "coverage 50.0 %",
            "mean peak shift −0.25 cm⁻¹ (1 peak)",
        ],
        MetricsCaption.Create(s_comparison, s_wavenumber, s_absorbance));

    [Fact]
    public void What_is_not_a_number_is_not_defined_and_a_shift_without_peaks_is_left_out() => Assert.Equal(
        ["r = not defined", "RMSE = 1.23 × 10⁻⁶", "largest difference 0.100 at 2925", "coverage 100 %"],
        MetricsCaption.Create(
            s_comparison with { Correlation = double.NaN, Coverage = 1, Peaks = [], MeanPeakShift = double.NaN },
            SpectralAxis.Unknown, SpectralOrdinate.Unknown));

    [Theory]
    [InlineData(4, 1, "mean peak shift −0.25 cm⁻¹ (1 peak, 4 new, 1 lost)")]
    [InlineData(2, 0, "mean peak shift −0.25 cm⁻¹ (1 peak, 2 new)")]
    [InlineData(0, 3, "mean peak shift −0.25 cm⁻¹ (1 peak, 3 lost)")]
    public void Peaks_that_only_one_of_them_has_stand_beside_the_mean_of_the_others(int added, int lost, string expected)
    {
        var comparison = s_comparison with { NewPeakCount = added, LostPeakCount = lost };
        Assert.Equal(expected, MetricsCaption.Create(comparison, s_wavenumber, s_absorbance)[^1]);
    }

    [Theory]
    [InlineData(-1e-9, -1e-9, "r = 0.0000", "mean peak shift 0 cm⁻¹ (1 peak)")]
    [InlineData(-0.0, 0.0001, "r = 0.0000", "mean peak shift 0 cm⁻¹ (1 peak)")]
    [InlineData(0.5, 0.004, "r = 0.5000", "mean peak shift 0 cm⁻¹ (1 peak)")]
    [InlineData(-0.5, 0.254, "r = −0.5000", "mean peak shift +0.25 cm⁻¹ (1 peak)")]
    public void Zero_has_no_sign(double correlation, double shift, string expected, string expectedShift)
    {
        var comparison = s_comparison with { Correlation = correlation, MeanPeakShift = shift };
        var caption = MetricsCaption.Create(comparison, s_wavenumber, s_absorbance);
        Assert.Equal((expected, expectedShift), (caption[0], caption[^1]));
    }

    [Theory]
    [InlineData(9.9999e298, "1.00 × 10²⁹⁹")]
    [InlineData(-9.996e-7, "−1.00 × 10⁻⁶")]
    [InlineData(1.234e-6, "1.23 × 10⁻⁶")]
    [InlineData(0.0, "0")]
    public void A_number_has_three_digits(double value, string expected) => Assert.Equal(expected, MetricsCaption.Number(value));

    [Theory]
    [InlineData(0.99997, "r = 0.99997")]
    [InlineData(0.9999999999, "r = 1.0000")]
    [InlineData(1.0, "r = 1.0000")]
    public void A_coefficient_has_as_many_digits_as_it_takes_to_differ_from_1(double r, string expected) =>
        Assert.Equal(expected, MetricsCaption.Create(s_comparison with { Correlation = r }, s_wavenumber, s_absorbance)[0]);

    [Fact]
    public void Differences_have_the_unit_of_y_and_shifts_the_digits_of_their_axis()
    {
        var comparison = s_comparison with { OverlapMin = 2.5, OverlapMax = 25, MeanPeakShift = 0.00042, Rmse = 1.5 };
        var caption = MetricsCaption.Create(
            comparison, new SpectralAxis(AxisUnit.Micrometer), new SpectralOrdinate(OrdinateKind.PercentTransmittance));
        Assert.Contains("RMSE = 1.50 %", caption);
        Assert.Contains("mean peak shift +0.0004 µm (1 peak)", caption);
    }
}
