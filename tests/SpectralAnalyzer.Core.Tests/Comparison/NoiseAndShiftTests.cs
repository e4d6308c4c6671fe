namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>
/// The noise of both spectra, their 100 % line and the global shift, against numpy 1.24.2 (polyfit, interp) and scipy 1.10.1
/// (signal.correlate): x = 400 + 2i or √(400² + (1598² − 400²) i ÷ 599), i = 0 … 599; three Gaussian bands on 0.05, and
/// 0.001 sin 0.37 i² of noise, of the sample twice as much and all bands 1.3 higher.
/// </summary>
public sealed class NoiseAndShiftTests
{
    private static readonly double[] s_even = Make.Range(400, 2, 600);
    private static readonly double[] s_uneven =
        [.. Enumerable.Range(0, 600).Select(i => Math.Sqrt(160000 + (((1598.0 * 1598) - 160000) * i / 599)))];

    [Theory]
    [InlineData(true, 1.2889509671072719)]
    [InlineData(false, 1.2874722586413587)]
    public void The_global_shift_is_that_of_scipy(bool isEven, double shift) =>
        Assert.Equal(shift, Compare(isEven, OrdinateKind.Absorbance).GlobalShift, 1e-9);

    [Fact]
    public void A_shift_is_found_across_missing_values()
    {
        var sample = Curve(s_even, 1.3, 2e-3);
        sample.AsSpan(200, 60).Fill(double.NaN);
        Assert.Equal(1.3, Make.Compare(Make.Spectrum(s_even, Curve(s_even, 0, 1e-3)), Make.Spectrum(s_even, sample))
            .Comparison.GlobalShift, 0.1);
    }

    [Fact]
    public void A_larger_shift_than_is_looked_for_and_a_constant_have_none()
    {
        var baseline = Make.Spectrum(s_even, Curve(s_even, 0, 0));
        double[] band = Make.Map(s_even, v => Make.Band(v, 900, 30, 1)), far = Make.Map(s_even, v => Make.Band(v, 940, 30, 1));

        Assert.Equal(
            double.NaN, Make.Compare(baseline, Make.Spectrum(s_even, Make.Map(s_even, _ => 0.1))).Comparison.GlobalShift);
        Assert.Equal(double.NaN, Make.Compare(Make.Spectrum(s_even, band), Make.Spectrum(s_even, far)).Comparison.GlobalShift);
    }

    [Theory]
    [InlineData(true, 560, 598, 0.0006210900221551778, 0.0021887457759421775, 1611.3303302318461, 0.0012421800443103584,
        0.00437749155188441, 802.4196888935348)]
    [InlineData(false, 1232.3311243330666, 1262.7604681807236, 0.0006130601164771441, 0.0020349501168317116, 1615.3962606349094,
        0.001226120232954288, 0.004069900233663437, 815.691370431389)]
    public void The_noise_of_the_quietest_region_is_that_of_numpy(
        bool isEven, double from, double to, double rms, double peakToPeak, double signal, double sampleRms,
            double samplePeakToPeak, double sampleSignal)
    {
        var comparison = Compare(isEven, OrdinateKind.Absorbance);

        Assert.Equal((from, to), (comparison.NoiseRegionMin, comparison.NoiseRegionMax));
        Same(
            [rms, peakToPeak, signal, sampleRms, samplePeakToPeak, sampleSignal],
            [
                comparison.BaselineNoise, comparison.BaselineNoisePeakToPeak, comparison.BaselineSignalToNoise,
                comparison.SampleNoise, comparison.SampleNoisePeakToPeak, comparison.SampleSignalToNoise,
            ]);
    }

    [Theory]
    [InlineData(true, OrdinateKind.Absorbance, 1.0000317538835795, 0.0017274685414824108, 0.004829834618499729)]
    [InlineData(true, OrdinateKind.Intensity, 0.9995165199879787, 0.015020546042938477, 0.04191469947092363)]
    [InlineData(false, OrdinateKind.Absorbance, 1.0000099522548591, 0.001688468565122782, 0.004692075919675132)]
    [InlineData(false, OrdinateKind.Transmittance, 0.9997165028445469, 0.014670450710857728, 0.04085888227048973)]
    public void The_100_percent_line_of_a_stated_region_is_that_of_numpy(
        bool isEven, OrdinateKind kind, double mean, double rms, double peakToPeak)
    {
        var comparison = Compare(isEven, kind, new() { NoiseRegionMin = 850, NoiseRegionMax = 1000 });

        Assert.Equal((850, 1000), (comparison.NoiseRegionMin, comparison.NoiseRegionMax));
        Same([mean, rms, peakToPeak], [comparison.RatioMean, comparison.RatioNoise, comparison.RatioNoisePeakToPeak]);
        Assert.Equal(isEven ? 0.0007501967936361072 : 0.0007332940094748691, comparison.BaselineNoise, 1e-12);
    }

    [Fact]
    public void The_ratio_of_absorbances_in_another_scale_is_the_same()
    {
        double[] a = Curve(s_even, 0, 1e-3), b = Curve(s_even, 1.3, 2e-3);
        var comparison = Make.Compare(
            InMilliabsorbance(a), InMilliabsorbance(b), new() { NoiseRegionMin = 850, NoiseRegionMax = 1000 }).Comparison;
        Assert.Equal(0.0017274685414824108, comparison.RatioNoise, 1e-12);
    }

    [Fact]
    public void A_region_with_too_few_points_is_reported_and_padding_is_not_the_quietest()
    {
        var few = Make.Compare(Spectrum(0), Spectrum(1.3), new() { NoiseRegionMin = 700, NoiseRegionMax = 708 });
        Assert.Equal(double.NaN, few.Comparison.SampleNoise);
        Assert.Contains(few.Warnings, w => w.Contains("from 700 to 708 has fewer than 8 points", StringComparison.Ordinal));

        var outside = Make.Compare(Spectrum(0), Spectrum(1.3), new() { NoiseRegionMin = 3000, NoiseRegionMax = 3100 });
        Assert.Equal((double.NaN, double.NaN), (outside.Comparison.NoiseRegionMin, outside.Comparison.BaselineNoise));
        Assert.Contains(outside.Warnings, w => w.Contains("from 3000 to 3100", StringComparison.Ordinal));

        double[] a = Curve(s_even, 0, 1e-3), b = Curve(s_even, 1.3, 2e-3);
        a.AsSpan(500).Clear();
        b.AsSpan(500).Clear();
        Assert.Equal(560, Make.Compare(Make.Spectrum(s_even, a), Make.Spectrum(s_even, b)).Comparison.NoiseRegionMin);
    }

    private static Spectrum InMilliabsorbance(double[] y) => SpectralAnalyzer.Spectrum.FromSource(
        [.. s_even], Make.Map(y, v => 1000 * v), new SpectrumDescription
        {
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
            Ordinate = new SpectralOrdinate(OrdinateKind.Absorbance, "Absorbance (mAU)"),
        });

    private static Spectrum Spectrum(double shift) => Make.Spectrum(s_even, Curve(s_even, shift, 1e-3));

    private static SpectralComparison Compare(bool isEven, OrdinateKind kind, ComparisonOptions? options = null)
    {
        var x = isEven ? s_even : s_uneven;
        return Make.Compare(
            Make.Spectrum(x, Curve(x, 0, 1e-3), kind: kind), Make.Spectrum(x, Curve(x, 1.3, 2e-3), kind: kind), options)
                .Comparison;
    }

    private static double[] Curve(double[] x, double shift, double noise) =>
    [
        .. x.Select((v, i) =>
            0.05 + Make.Band(v - shift, 700, 20, 1) + Make.Band(v - shift, 1100, 35, 0.6) + Make.Band(v - shift, 1350, 15, 0.8)
            + (noise * Math.Sin(i * i * 0.37))),
    ];

    private static void Same(double[] expected, double[] actual)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-9 * expected[i]);
    }
}
