using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Spectra;

public sealed class AxisConversionTests
{
    private static readonly AxisUnit[] s_absolute =
        [AxisUnit.Wavenumber, AxisUnit.Nanometer, AxisUnit.Micrometer, AxisUnit.ElectronVolt];

    public static TheoryData<AxisUnit, AxisUnit> Pairs()
    {
        var pairs = new TheoryData<AxisUnit, AxisUnit>();
        foreach (var from in (AxisUnit[])[.. s_absolute, AxisUnit.RamanShift])
        {
            foreach (var to in (AxisUnit[])[.. s_absolute, AxisUnit.RamanShift])
                pairs.Add(from, to);
        }

        return pairs;
    }

    [Theory]
    [InlineData(1, AxisUnit.ElectronVolt, AxisUnit.Wavenumber, 8065.543937)] // CODATA 2018
    [InlineData(1, AxisUnit.ElectronVolt, AxisUnit.Nanometer, 1239.841984)] // CODATA 2018: hc = 1.239841984… eV µm
    [InlineData(1, AxisUnit.ElectronVolt, AxisUnit.Micrometer, 1.239841984)]
    [InlineData(500, AxisUnit.Nanometer, AxisUnit.Wavenumber, 20000)]
    [InlineData(10, AxisUnit.Micrometer, AxisUnit.Wavenumber, 1000)]
    [InlineData(1500, AxisUnit.Nanometer, AxisUnit.Micrometer, 1.5)]
    [InlineData(2.5, AxisUnit.Micrometer, AxisUnit.Nanometer, 2500)]
    [InlineData(4000, AxisUnit.Wavenumber, AxisUnit.Nanometer, 2500)]
    public void Absolute_units_follow_the_constants(double value, AxisUnit from, AxisUnit to, double expected) =>
        Assert.Equal(expected, AxisConversion.Convert(value, from, to), Math.Abs(expected) * 1e-9);

    [Fact]
    public void An_electronvolt_is_8065_5439_wavenumbers() =>
        Assert.Equal(8065.5439, AxisConversion.Convert(1, AxisUnit.ElectronVolt, AxisUnit.Wavenumber), 4);

    [Fact]
    public void A_raman_shift_of_3200_at_785_04_nm_lies_at_1048_4154_nm() =>
        Assert.Equal(1048.4154, AxisConversion.Convert(3200, AxisUnit.RamanShift, AxisUnit.Nanometer, 785.04), 4);

    [Theory]
    [MemberData(nameof(Pairs))]
    public void There_and_back_gives_the_value_again(AxisUnit from, AxisUnit to)
    {
        foreach (var wavenumber in new[] { 401.5, 1000, 4000.25, 12345.678 })
        {
            var value = AxisConversion.Convert(wavenumber, AxisUnit.Wavenumber, from, 532);
            var back = AxisConversion.Convert(AxisConversion.Convert(value, from, to, 532), to, from, 532);
            Assert.Equal(value, back, Math.Abs(value) * 1e-12);
        }
    }

    [Theory]
    [InlineData(AxisUnit.Nanometer)]
    [InlineData(AxisUnit.Wavenumber)]
    [InlineData(AxisUnit.ElectronVolt)]
    public void Raman_shift_without_the_laser_is_an_error(AxisUnit to)
    {
        var spectrum = Spectrum.FromSource([100, 200], [1, 2], new SpectrumDescription { Axis = new(AxisUnit.RamanShift) });

        var error = Assert.Throws<SpectralException>(() => AxisConversion.Convert(spectrum, to)).Error;

        Assert.Equal("LaserNeeded", error.Id);
        Assert.Contains("laser", error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-785)]
    [InlineData(double.NaN)]
    public void A_laser_that_cannot_be_is_an_error(double laser) =>
        Assert.Equal("LaserInvalid", Assert.Throws<SpectralException>(
            () => AxisConversion.Convert(100, AxisUnit.RamanShift, AxisUnit.Nanometer, laser)).Error.Id);

    [Fact]
    public void A_conversion_is_recorded_and_the_points_stay_together()
    {
        var spectrum = Spectrum.FromSource(
            [500, 400], [5, 4], new SpectrumDescription { Axis = new(AxisUnit.Nanometer), Name = "a" });

        var converted = AxisConversion.Convert(spectrum, AxisUnit.Wavenumber);

        Assert.Equal([20000, 25000], converted.Spectrum.X);
        Assert.Equal([5, 4], converted.Spectrum.Y);
        Assert.Equal("a", converted.Spectrum.Name);
        Assert.Equal(
            new AppliedConversion("x", "Wavelength (nm)", "Wavenumber (cm⁻¹)", "ν̃/cm⁻¹ = 10⁷ ÷ λ/nm"), converted.Applied);
        Assert.Equal([400, 500], spectrum.X);
    }

    [Fact]
    public void Nothing_is_recorded_where_nothing_is_converted()
    {
        var spectrum = Spectrum.FromSource([1, 2], [1, 2], new SpectrumDescription { Axis = new(AxisUnit.Nanometer) });

        var converted = AxisConversion.Convert(spectrum, AxisUnit.Nanometer);

        Assert.Same(spectrum, converted.Spectrum);
        Assert.Null(converted.Applied);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void A_wavenumber_without_a_wavelength_is_an_error(double wavenumber)
    {
        var spectrum = Spectrum.FromSource(
            [wavenumber, 100], [1, 2], new SpectrumDescription { Axis = new(AxisUnit.Wavenumber) });

        Assert.Equal("AxisOutOfDomain",
            Assert.Throws<SpectralException>(() => AxisConversion.Convert(spectrum, AxisUnit.Nanometer)).Error.Id);
    }

    [Fact]
    public void An_anti_stokes_line_has_a_negative_shift() =>
        Assert.True(AxisConversion.Convert(530, AxisUnit.Nanometer, AxisUnit.RamanShift, 532) < 0);

    [Fact]
    public void A_binding_energy_has_no_wavelength()
    {
        var spectrum = Spectrum.FromSource(
            [284, 285], [1, 2], new SpectrumDescription { Axis = new(AxisUnit.ElectronVolt, "Binding energy (eV)") });

        Assert.Equal("AxisMismatch",
            Assert.Throws<SpectralException>(() => AxisConversion.Convert(spectrum, AxisUnit.Nanometer)).Error.Id);
    }
}
