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

    [Fact]
    public void Every_metric_with_a_caption_is_shown_with_its_digits_and_unit() => Assert.Equal(
        [
            "r = 0.99997", "RMSE = 1.23 × 10⁻⁶", "largest difference 0.100 at 2925 cm⁻¹", "coverage 50.0 %",
            "mean peak shift −0.25 cm⁻¹ (1 peak)",
        ],
        MetricsCaption.Create(s_comparison, "cm⁻¹").Split("   ·   "));

    [Fact]
    public void What_is_not_a_number_is_not_defined_and_a_shift_without_peaks_is_left_out() => Assert.Equal(
        ["r = not defined", "RMSE = 1.23 × 10⁻⁶", "largest difference 0.100 at 2925", "coverage 100 %"],
        MetricsCaption.Create(
            s_comparison with { Correlation = double.NaN, Coverage = 1, Peaks = [], MeanPeakShift = double.NaN }, "")
                .Split("   ·   "));
}
