using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>Intensities per unit of x, converted with it on request.</summary>
public sealed class JacobianTests
{
    private static readonly double[] s_x = Make.Range(1000, 10, 100);
    private static readonly double[] s_absorbance = Make.Map(s_x, v => 0.05 + Make.Band(v, 1500, 80, 0.8));

    [Fact]
    public void An_intensity_between_wavelength_and_wavenumber_is_warned_of()
    {
        var baseline = Make.Spectrum(s_x, s_absorbance, kind: OrdinateKind.Intensity);
        var sample = Make.Spectrum(Make.Map(s_x, v => 1e7 / v), s_absorbance, AxisUnit.Nanometer, OrdinateKind.Intensity);

        Assert.Contains("-ApplyJacobian", Assert.Single(Make.Compare(baseline, sample).Warnings), StringComparison.Ordinal);
    }

    // numpy 1.24.2: I · λ² ÷ 10⁷ and I · λ² ÷ 1239.8419843320026, and back by E² ÷ the latter
    [Theory]
    [InlineData(AxisUnit.Nanometer, AxisUnit.Wavenumber, new[] { 400.0, 500, 650 }, new[] { 0.016, 0.05, 0.12675 })]
    [InlineData(AxisUnit.Micrometer, AxisUnit.Wavenumber, new[] { 0.4, 0.5, 0.65 }, new[] { 1.6e-5, 5e-5, 1.2675e-4 })]
    [InlineData(AxisUnit.Nanometer, AxisUnit.Micrometer, new[] { 400.0, 500, 650 }, new[] { 1000.0, 2000, 3000 })]
    [InlineData(AxisUnit.Nanometer, AxisUnit.ElectronVolt, new[] { 400.0, 500, 650 },
        new[] { 129.048702996, 403.277196864, 1022.307694057 })]
    [InlineData(AxisUnit.ElectronVolt, AxisUnit.Nanometer, new[] { 1.0, 2, 3 },
        new[] { 0.000806554393735, 0.006452435149879, 0.021776968630843 })]
    [InlineData(AxisUnit.Wavenumber, AxisUnit.ElectronVolt, new[] { 1e4, 2e4, 3e4 },
        new[] { 8065.543937349, 16131.087874698, 24196.631812047 })]
    public void An_intensity_per_unit_of_x_is_converted_with_it_on_request(
        AxisUnit from, AxisUnit to, double[] x, double[] expected)
    {
        var sample = Make.Spectrum(x, [1, 2, 3], from, OrdinateKind.Intensity);
        var baseline = Make.Spectrum(
            Array.ConvertAll(x, v => AxisConversion.Convert(v, from, to)), [1, 1, 2], to, OrdinateKind.Intensity);

        var outcome = Make.Compare(baseline, sample, new() { ApplyJacobian = true });

        double[] converted = outcome.Sample.XMin == AxisConversion.Convert(x[0], from, to) ? outcome.Sample.Y
            : [.. outcome.Sample.Y.Reverse()];
        for (var i = 0; i < x.Length; i++)
            Assert.Equal(expected[i], converted[i], 1e-10 * expected[i]);
        Assert.Equal(["y", "x"], outcome.Conversions.Select(conversion => conversion.Quantity));
        Assert.Contains("per " + new SpectralAxis(from).Symbol, outcome.Conversions[0].From, StringComparison.Ordinal);
        Assert.DoesNotContain(outcome.Warnings, warning => warning.Contains("Jacobian", StringComparison.Ordinal));
    }

    [Fact]
    public void The_area_under_an_emission_per_unit_is_the_same_on_either_axis()
    {
        var nanometers = Make.Range(400, 0.25, 1601);
        var sample = Make.Spectrum(
            nanometers, Make.Map(nanometers, v => Make.Band(v, 600, 50, 1)), AxisUnit.Nanometer, OrdinateKind.Intensity);
        double[] wavenumbers = [.. nanometers.Reverse().Select(v => 1e7 / v)];
        var baseline = Make.Spectrum(wavenumbers, new double[1601], kind: OrdinateKind.Intensity);

        // of a Gaussian of height 1 and full width w at half its height: w/2 · √(π ÷ ln 2)
        var area = 25 * Math.Sqrt(Math.PI / Math.Log(2));
        Assert.Equal(area, Make.Compare(baseline, sample, new() { ApplyJacobian = true }).Comparison.AreaDifference, 1e-5 * area);
    }

    [Fact]
    public void A_spectrum_of_raman_shift_per_unit_needs_the_laser_as_its_axis_does()
    {
        var shifts = Make.Range(200, 10, 100);
        var sample = Make.Spectrum(shifts, Make.Map(shifts, _ => 1), AxisUnit.RamanShift, OrdinateKind.Intensity);
        var baseline = Make.Spectrum(
            [.. shifts.Select(v => 1e7 / ((1e7 / 785) - v))], Make.Map(shifts, v => v), AxisUnit.Nanometer,
                OrdinateKind.Intensity);

        var converted = Make.Compare(baseline, sample, new() { ApplyJacobian = true, LaserWavelength = 785 }).Sample;

        Assert.Equal(1e7 / (converted.XMin * converted.XMin), converted.Y[0], 1e-9);
    }

    [Fact]
    public void An_absorbance_is_not_per_unit_of_x()
    {
        var baseline = Make.Spectrum(s_x, s_absorbance);
        var sample = Make.Spectrum(Make.Map(s_x, v => 1e7 / v), s_absorbance, AxisUnit.Nanometer);

        Assert.Equal("x", Assert.Single(Make.Compare(baseline, sample, new() { ApplyJacobian = true }).Conversions).Quantity);
    }
}
