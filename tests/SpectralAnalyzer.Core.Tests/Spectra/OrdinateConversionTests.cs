using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Spectra;

public sealed class OrdinateConversionTests
{
    [Theory]
    [InlineData(0.1, OrdinateKind.Transmittance, OrdinateKind.Absorbance, 1)]
    [InlineData(50, OrdinateKind.PercentTransmittance, OrdinateKind.Absorbance, 0.30102999566398119521)] // log₁₀ 2
    [InlineData(100, OrdinateKind.PercentTransmittance, OrdinateKind.Absorbance, 0)]
    [InlineData(2, OrdinateKind.Absorbance, OrdinateKind.PercentTransmittance, 1)]
    [InlineData(-1, OrdinateKind.Absorbance, OrdinateKind.Transmittance, 10)]
    [InlineData(25, OrdinateKind.PercentTransmittance, OrdinateKind.Transmittance, 0.25)]
    [InlineData(25, OrdinateKind.PercentReflectance, OrdinateKind.Reflectance, 0.25)]
    [InlineData(0.5, OrdinateKind.Reflectance, OrdinateKind.KubelkaMunk, 0.25)] // (1 − 0.5)² / (2 · 0.5)
    [InlineData(20, OrdinateKind.PercentReflectance, OrdinateKind.KubelkaMunk, 1.6)] // 0.64 / 0.4
    [InlineData(1.6, OrdinateKind.KubelkaMunk, OrdinateKind.Reflectance, 0.2)]
    public void Values_follow_the_definitions(double value, OrdinateKind from, OrdinateKind to, double expected) =>
        Assert.Equal(expected, OrdinateConversion.Convert(value, from, to), 1e-14 * Math.Max(1, Math.Abs(expected)));

    [Theory]
    [InlineData(OrdinateKind.Transmittance, OrdinateKind.Absorbance)]
    [InlineData(OrdinateKind.Transmittance, OrdinateKind.PercentTransmittance)]
    [InlineData(OrdinateKind.PercentTransmittance, OrdinateKind.Absorbance)]
    [InlineData(OrdinateKind.Reflectance, OrdinateKind.PercentReflectance)]
    [InlineData(OrdinateKind.Reflectance, OrdinateKind.KubelkaMunk)]
    [InlineData(OrdinateKind.PercentReflectance, OrdinateKind.KubelkaMunk)]
    public void There_and_back_gives_the_value_again(OrdinateKind from, OrdinateKind to)
    {
        foreach (var value in new[] { 1e-4, 0.037, 0.5, 0.9 })
        {
            var back = OrdinateConversion.Convert(OrdinateConversion.Convert(value, from, to), to, from);
            Assert.Equal(value, back, value * 1e-12);
        }
    }

    [Fact]
    public void Transmittance_of_zero_or_less_becomes_missing_and_is_told()
    {
        var spectrum = Of([0.1, 0, -0.2, 1], OrdinateKind.Transmittance);

        var converted = OrdinateConversion.Convert(spectrum, OrdinateKind.Absorbance);

        Assert.Equal([1, double.NaN, double.NaN, 0], converted.Spectrum.Y);
        var warning = Assert.Single(converted.Warnings);
        Assert.Contains("2 of 4 points (the first at x = 1)", warning, StringComparison.Ordinal);
    }

    [Fact]
    public void Transmittance_above_one_is_told_and_not_clipped()
    {
        var converted = OrdinateConversion.Convert(Of([50, 1000], OrdinateKind.PercentTransmittance), OrdinateKind.Absorbance);

        Assert.Equal(-1, converted.Spectrum.Y[1]);
        Assert.Contains("1 of 2 points (at x = 1)", Assert.Single(converted.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_value_stays_missing_and_is_not_blamed_on_the_conversion()
    {
        var converted = OrdinateConversion.Convert(Of([0.5, double.NaN], OrdinateKind.Transmittance), OrdinateKind.Absorbance);

        Assert.True(double.IsNaN(converted.Spectrum.Y[1]));
        Assert.Empty(converted.Warnings);
    }

    [Fact]
    public void A_conversion_is_recorded_and_the_source_is_untouched()
    {
        var spectrum = Of([10, 100], OrdinateKind.PercentTransmittance);

        var converted = OrdinateConversion.Convert(spectrum, OrdinateKind.Absorbance);

        Assert.Equal(new AppliedConversion("y", "Transmittance (%)", "Absorbance", "A = −log₁₀(%T ÷ 100)"), converted.Applied);
        Assert.Equal(OrdinateKind.Absorbance, converted.Spectrum.Ordinate.Kind);
        Assert.Equal([10, 100], spectrum.Y);
    }

    [Theory]
    [InlineData(OrdinateKind.Absorbance, OrdinateKind.Intensity)]
    [InlineData(OrdinateKind.Reflectance, OrdinateKind.Absorbance)]
    [InlineData(OrdinateKind.Unknown, OrdinateKind.Transmittance)]
    public void What_is_no_function_of_the_other_is_refused(OrdinateKind from, OrdinateKind to)
    {
        Assert.False(OrdinateConversion.CanConvert(from, to));
        Assert.Equal("OrdinateMismatch",
            Assert.Throws<SpectralException>(() => OrdinateConversion.Convert(Of([1, 2], from), to)).Error.Id);
    }

    private static Spectrum Of(double[] y, OrdinateKind kind) => Spectrum.FromSource(
        [.. Enumerable.Range(0, y.Length).Select(i => (double)i)], y, new SpectrumDescription { Ordinate = new(kind) });
}
