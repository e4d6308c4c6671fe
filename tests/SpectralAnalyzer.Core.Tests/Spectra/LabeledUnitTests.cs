using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Spectra;

/// <summary>Units and quantities that only a label states: how a graph writes them, and what they are converted into.</summary>
public sealed class LabeledUnitTests
{
    [Theory]
    [InlineData("Energy (keV)", "Energy (keV)", "keV")]
    [InlineData("keV", "Energy (keV)", "keV")]
    [InlineData("energy_keV", "Energy (keV)", "keV")]
    [InlineData("wavelength [A]", "Wavelength (Å)", "Å")]
    [InlineData("λ / Å", "λ (Å)", "Å")]
    [InlineData("ANGSTROMS", "Wavelength (Å)", "Å")]
    [InlineData("M/Z", "m/z", "")]
    [InlineData("m/z", "m/z", "")]
    [InlineData("PPM", "Chemical shift (ppm)", "ppm")]
    [InlineData("Concentration (ppm)", "Concentration (ppm)", "ppm")]
    [InlineData("q (1/Å)", "q (Å⁻¹)", "Å⁻¹")]
    [InlineData("Temperature[°C]", "Temperature (°C)", "°C")]
    [InlineData("my own axis", "my own axis", "")]
    [InlineData("Anode (A)", "Anode (A)", "")]
    public void An_axis_is_written_with_quantity_and_unit(string label, string title, string symbol)
    {
        var axis = new SpectralAxis(AxisUnit.Other, label);
        Assert.Equal((title, symbol), (axis.Title, axis.Symbol));
    }

    [Theory]
    [InlineData(OrdinateKind.Intensity, "counts/s", "Intensity (counts/s)", "counts/s")]
    [InlineData(OrdinateKind.Intensity, "CPS", "Intensity (counts/s)", "counts/s")]
    [InlineData(OrdinateKind.Intensity, "Counts", "Intensity (counts)", "counts")]
    [InlineData(OrdinateKind.Intensity, "ARBITRARY UNITS", "Intensity", "")]
    [InlineData(OrdinateKind.Intensity, "sample 7", "Intensity", "")]
    [InlineData(OrdinateKind.Intensity, null, "Intensity", "")]
    [InlineData(OrdinateKind.Other, "CD [mdeg]", "CD (mdeg)", "mdeg")]
    [InlineData(OrdinateKind.Other, "mdeg", "Ellipticity (mdeg)", "mdeg")]
    [InlineData(OrdinateKind.Other, "log 1/R", "log(1/R)", "")]
    [InlineData(OrdinateKind.Other, "LOG(1/R)", "log(1/R)", "")]
    [InlineData(OrdinateKind.Other, "Delta Epsilon", "Δε", "")]
    [InlineData(OrdinateKind.Other, "delta epsilon (M-1 cm-1)", "Δε (M⁻¹ cm⁻¹)", "M⁻¹ cm⁻¹")]
    [InlineData(OrdinateKind.Other, "Mol. Ellipticity", "Molar ellipticity", "")]
    [InlineData(OrdinateKind.Other, "mol ellipticity [deg cm2 dmol-1]", "Molar ellipticity (deg cm² dmol⁻¹)", "deg cm² dmol⁻¹")]
    [InlineData(OrdinateKind.Other, "W/m2/nm", "Spectral irradiance (W m⁻² nm⁻¹)", "W m⁻² nm⁻¹")]
    [InlineData(OrdinateKind.Other, "Irradiance (W/(m2 nm))", "Irradiance (W m⁻² nm⁻¹)", "W m⁻² nm⁻¹")]
    [InlineData(OrdinateKind.Other, "uW/cm2/nm", "Spectral irradiance (µW cm⁻² nm⁻¹)", "µW cm⁻² nm⁻¹")]
    [InlineData(OrdinateKind.PercentReflectance, "%R", "Reflectance (%)", "%")]
    [InlineData(OrdinateKind.Other, "my quantity", "my quantity", "")]
    public void An_ordinate_is_written_with_quantity_and_unit(OrdinateKind kind, string? label, string title, string symbol)
    {
        var ordinate = new SpectralOrdinate(kind, label);
        Assert.Equal((title, symbol), (ordinate.Title, ordinate.Symbol));
    }

    [Fact]
    public void Wavelengths_in_angstroms_are_those_in_nanometers()
    {
        var baseline = Spectrum(new SpectralAxis(AxisUnit.Nanometer), 400, 410, 420, 430, 440);
        var alignment = new UnitAlignment(baseline, laser: null);
        var sample = alignment.Align(Spectrum(new SpectralAxis(AxisUnit.Other, "Wavelength (Å)"), 4000, 4100, 4200, 4300, 4400));
        Assert.Equal([400, 410, 420, 430, 440], sample.X);
        Assert.Equal("x: Wavelength (Å) → Wavelength (nm) (λ/nm = λ/Å ÷ 10)", Assert.Single(alignment.Conversions).ToString());
    }

    [Fact]
    public void A_baseline_in_angstroms_takes_samples_in_nanometers_and_electronvolts()
    {
        var baseline = Spectrum(new SpectralAxis(AxisUnit.Other, "Wavelength (Å)"), 4000, 4100, 4200);
        Assert.Equal(
            [4000, 4100, 4200],
            new UnitAlignment(baseline, null).Align(Spectrum(new SpectralAxis(AxisUnit.Nanometer), 400, 410, 420)).X);
        // 1239.841984 eV nm: CODATA 2018
        var energies = new UnitAlignment(baseline, null).Align(
            Spectrum(new SpectralAxis(AxisUnit.ElectronVolt), 1239.841984 / 420, 1239.841984 / 410, 1239.841984 / 400));
        Assert.All(energies.X.Zip([4000.0, 4100, 4200]), pair => Assert.Equal(pair.Second, pair.First, 1e-5));
    }

    [Fact]
    public void Energies_in_kiloelectronvolts_are_those_in_electronvolts_of_the_same_kind()
    {
        var kilo = Spectrum(new SpectralAxis(AxisUnit.Other, "Binding energy (keV)"), 0.28, 0.285, 0.29);
        var binding = Spectrum(new SpectralAxis(AxisUnit.ElectronVolt, "Binding energy (eV)"), 280, 285, 290);
        Assert.Equal([280, 285, 290], new UnitAlignment(binding, null).Align(kilo).X.Select(x => Math.Round(x, 9)));
        var error = Assert.Throws<SpectralException>(
            () => new UnitAlignment(Spectrum(new SpectralAxis(AxisUnit.Nanometer), 400, 410, 420), null).Align(kilo)).Error;
        Assert.Equal(SpectralErrorIds.AxisMismatch, error.Id);
    }

    [Fact]
    public void Mass_to_charge_is_not_compared_with_a_wavelength()
    {
        var baseline = Spectrum(new SpectralAxis(AxisUnit.Nanometer), 400, 410, 420);
        var masses = Spectrum(new SpectralAxis(AxisUnit.Other, "m/z"), 400, 410, 420);
        var error = Assert.Throws<SpectralException>(() => new UnitAlignment(baseline, null).Align(masses)).Error;
        Assert.Equal(SpectralErrorIds.AxisMismatch, error.Id);
    }

    [Fact]
    public void Log_of_a_reciprocal_reflectance_is_converted_both_ways()
    {
        var axis = new SpectralAxis(AxisUnit.Nanometer);
        var log = new SpectralOrdinate(OrdinateKind.Other, "log(1/R)");
        var percent = new SpectralOrdinate(OrdinateKind.PercentReflectance);
        var inPercent = Spectrum(axis, 1, 2, 3).WithOrdinates([100, 50, 10], percent);
        var inLog = Spectrum(axis, 1, 2, 3).WithOrdinates([0, 0.301029995663981, 1], log);

        Assert.All(
            new UnitAlignment(inPercent, null).Align(inLog).Y.Zip([100.0, 50, 10]), p => Assert.Equal(p.Second, p.First, 1e-9));
        Assert.All(
            new UnitAlignment(inLog, null).Align(inPercent).Y.Zip([0, 0.301029995663981, 1]),
            p => Assert.Equal(p.Second, p.First, 1e-12));
        var dark = inPercent.WithOrdinates([100, 0, -1], percent);
        var alignment = new UnitAlignment(inLog, null);
        Assert.Equal([true, false, false], alignment.Align(dark).Y.Select(double.IsFinite));
        Assert.Contains("2 of 3 points", Assert.Single(alignment.Warnings), StringComparison.Ordinal);
    }

    private static Spectrum Spectrum(SpectralAxis axis, params double[] x) => SpectralAnalyzer.Spectrum.FromSource(
        x, new double[x.Length],
        new SpectrumDescription { Axis = axis, Ordinate = new SpectralOrdinate(OrdinateKind.Absorbance) });
}
