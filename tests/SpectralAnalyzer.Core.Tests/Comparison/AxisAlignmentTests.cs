using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>What x is: units, conversions, lasers, and quantities that are not compared.</summary>
public sealed class AxisAlignmentTests
{
    private static readonly double[] s_x = Make.Range(1000, 10, 100);
    private static readonly double[] s_absorbance = Make.Map(s_x, v => 0.05 + Make.Band(v, 1500, 80, 0.8));

    [Fact]
    public void Wavelength_is_compared_with_wavenumber_after_a_recorded_conversion()
    {
        var baseline = Make.Spectrum(s_x, s_absorbance);
        var sample = Make.Spectrum(Make.Map(s_x, v => 1e7 / v), s_absorbance, AxisUnit.Nanometer);

        var outcome = Make.Compare(baseline, sample);

        Assert.Equal(100, outcome.Comparison.PointCount);
        Assert.Equal(1, outcome.Comparison.Coverage, 12);
        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference, 10);
        Assert.Equal(("x", "Wavelength (nm)", "Wavenumber (cm⁻¹)"), Only(outcome.Conversions));
        Assert.Equal(AxisUnit.Wavenumber, outcome.Sample.XUnit);
    }

    [Fact]
    public void Both_axes_may_differ_at_once()
    {
        var sample = Make.Spectrum(
            Make.Map(s_x, v => 1e4 / v), Make.Map(s_absorbance, a => Math.Pow(10, -a)), AxisUnit.Micrometer,
                OrdinateKind.Transmittance);

        var outcome = Make.Compare(Make.Spectrum(s_x, s_absorbance), sample);

        Assert.Equal(["x", "y"], outcome.Conversions.Select(conversion => conversion.Quantity));
        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference, 10);
    }

    [Fact]
    public void Raman_shift_is_compared_with_wavelength_where_the_laser_is_known()
    {
        var shifts = Make.Range(200, 10, 100);
        var baseline = Make.Spectrum(shifts, s_absorbance, AxisUnit.RamanShift, OrdinateKind.Intensity);
        var sample = Make.Spectrum(
            Make.Map(shifts, v => 1e7 / ((1e7 / 785) - v)), s_absorbance, AxisUnit.Nanometer, OrdinateKind.Intensity);

        var outcome = Make.Compare(baseline, sample, new() { LaserWavelength = 785 });

        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference, 8);
        Assert.Contains("785", Assert.Single(outcome.Conversions).Formula, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AxisUnit.RamanShift, AxisUnit.Nanometer, "laser")]
    [InlineData(AxisUnit.DegreeTwoTheta, AxisUnit.Nanometer, "baseline")]
    [InlineData(AxisUnit.Other, AxisUnit.Wavenumber, "baseline")]
    public void Axes_that_cannot_be_converted_fail_with_both_names(AxisUnit ours, AxisUnit theirs, string advice)
    {
        SpectralAxis baselineAxis = new(ours, "Channel"), sampleAxis = new(theirs);
        var error = Make.ErrorOf(() => Make.Compare(
            Spectrum.FromSource([1, 2, 3], [1, 2, 3], new SpectrumDescription { Axis = baselineAxis }),
            Spectrum.FromSource([1, 2, 3], [1, 2, 3], new SpectrumDescription { Axis = sampleAxis })));

        Assert.Equal("AxisMismatch", error.Id);
        Assert.Equal(SpectralErrorCategory.InvalidData, error.Category);
        Assert.Contains(baselineAxis.Title, error.Message, StringComparison.Ordinal);
        Assert.Contains(sampleAxis.Title, error.Message, StringComparison.Ordinal);
        Assert.Contains(advice, error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AxisUnit.Unknown, OrdinateKind.Absorbance, "x is compared as it stands")]
    [InlineData(AxisUnit.Wavenumber, OrdinateKind.Unknown, "y is compared as it stands")]
    public void What_a_file_does_not_say_is_compared_as_it_stands_with_a_warning(AxisUnit unit, OrdinateKind kind, string warning)
    {
        var outcome = Make.Compare(Make.Spectrum(s_x, s_absorbance), Make.Spectrum(s_x, s_absorbance, unit, kind));

        Assert.Empty(outcome.Conversions);
        Assert.StartsWith(warning, Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference);
    }

    [Fact]
    public void Two_files_that_both_say_nothing_are_compared_without_a_warning()
    {
        var outcome = Make.Compare(
            Make.Spectrum(s_x, s_absorbance, AxisUnit.Unknown, OrdinateKind.Unknown),
            Make.Spectrum(s_x, s_absorbance, AxisUnit.Unknown, OrdinateKind.Unknown));

        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [InlineData(AxisUnit.Nanometer, AxisUnit.Wavenumber)]
    [InlineData(AxisUnit.Wavenumber, AxisUnit.Nanometer)]
    [InlineData(AxisUnit.RamanShift, AxisUnit.ElectronVolt)]
    [InlineData(AxisUnit.Micrometer, AxisUnit.Nanometer)]
    [InlineData(AxisUnit.Nanometer, AxisUnit.Other)]
    public void A_supposed_unit_never_meets_a_stated_one_of_another_kind(AxisUnit supposed, AxisUnit stated)
    {
        var inferred = Make.Spectrum(s_x, s_absorbance, supposed, axisInferred: true);
        var plain = Make.Spectrum(s_x, s_absorbance, stated);

        var ofSample = Assert.Throws<SpectralException>(() => Make.Compare(plain, inferred)).Error;
        var ofBaseline = Assert.Throws<SpectralException>(() => Make.Compare(inferred, plain)).Error;

        Assert.Equal(("AxisMismatch", "AxisMismatch"), (ofSample.Id, ofBaseline.Id));
        Assert.Contains(" -XUnit", ofSample.Recommendation, StringComparison.Ordinal);
        Assert.Contains(" -BaselineXUnit", ofBaseline.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AxisUnit.RamanShift, AxisUnit.Wavenumber, false)]
    [InlineData(AxisUnit.Nanometer, AxisUnit.Unknown, false)]
    [InlineData(AxisUnit.Nanometer, AxisUnit.Wavenumber, true)]
    public void A_supposed_unit_that_may_be_the_other_is_compared_with_a_warning(AxisUnit supposed, AxisUnit other,
        bool otherIsInferred)
    {
        var outcome = Make.Compare(
            Make.Spectrum(s_x, s_absorbance, other, axisInferred: otherIsInferred),
            Make.Spectrum(s_x, s_absorbance, supposed, axisInferred: true));

        Assert.Empty(outcome.Conversions);
        Assert.StartsWith("x is compared as it stands", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_supposed_unit_that_agrees_is_no_matter()
    {
        var outcome = Make.Compare(
            Make.Spectrum(s_x, s_absorbance), Make.Spectrum(s_x, s_absorbance, axisInferred: true, ordinateInferred: true));

        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public void Wavenumber_written_over_a_raman_shift_is_compared_with_a_warning()
    {
        var outcome = Make.Compare(
            Make.Spectrum(s_x, s_absorbance, AxisUnit.RamanShift), Make.Spectrum(s_x, s_absorbance, AxisUnit.Wavenumber));

        Assert.Empty(outcome.Conversions);
        Assert.Contains("Raman shift", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void A_stated_laser_is_used_even_where_the_numbers_meet()
    {
        var baseline = Make.Spectrum(Make.Range(2000, 10, 901), new double[901], AxisUnit.RamanShift);
        var sample = Make.Spectrum(Make.Range(3000, 10, 901), Make.Range(0, 1, 901), AxisUnit.Wavenumber);

        var outcome = Make.Compare(baseline, sample, new() { LaserWavelength = 785 });

        Assert.Contains("785", Assert.Single(outcome.Conversions).Formula, StringComparison.Ordinal);
        Assert.Equal((1e7 / 785) - 3000, outcome.Sample.XMax, 9);
    }

    [Theory]
    [InlineData("Time (s)", "m/z", true)]
    [InlineData("Temperature (°C)", "Time (min)", true)]
    [InlineData("Retention time", "Time / min", false)]
    [InlineData("Channel", "Time", false)]
    public void Different_stated_quantities_are_refused(string ours, string theirs, bool refused)
    {
        Spectrum With(string label) => Spectrum.FromSource([1, 2, 3], [1, 2, 4], new SpectrumDescription
        {
            Axis = new SpectralAxis(AxisUnit.Other, label),
        });

        if (refused)
            Assert.Equal("AxisMismatch", Make.ErrorOf(() => Make.Compare(With(ours), With(theirs))).Id);
        else
            Assert.Contains("compared as they stand", Assert.Single(Make.Compare(With(ours), With(theirs)).Warnings),
                StringComparison.Ordinal);
    }

    [Fact]
    public void An_absolute_wavenumber_becomes_a_raman_shift_where_the_laser_is_known()
    {
        var absolute = Make.Spectrum(Make.Map(s_x, v => (1e7 / 785) - v), s_absorbance, AxisUnit.Wavenumber);
        var baseline = Make.Spectrum(s_x, s_absorbance, AxisUnit.RamanShift);

        Assert.Equal(0, Make.Compare(baseline, absolute, new() { LaserWavelength = 785 }).Comparison.MaxAbsoluteDifference, 9);
        Assert.Equal("AxisMismatch", Make.ErrorOf(() => Make.Compare(baseline, absolute)).Id);
    }

    [Fact]
    public void Binding_and_kinetic_energy_are_not_compared()
    {
        var error = Make.ErrorOf(() => Make.Compare(Electrons("Binding energy"), Electrons("K.E.")));

        Assert.Equal("AxisMismatch", error.Id);
        Assert.Contains("Kinetic energy (eV)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_energy_of_which_the_file_does_not_say_what_it_is_is_compared_with_a_warning()
    {
        Assert.Empty(Make.Compare(Electrons("Binding Energy (eV)"), Electrons("B.E.")).Warnings);
        Assert.Contains("Binding energy (eV)",
            Assert.Single(Make.Compare(Electrons("Binding energy"), Electrons("Energy")).Warnings), StringComparison.Ordinal);
    }

    private static Spectrum Electrons(string label) => Spectrum.FromSource([.. s_x], [.. s_absorbance], new SpectrumDescription
    {
        Axis = new SpectralAxis(AxisUnit.ElectronVolt, label),
        Ordinate = new SpectralOrdinate(OrdinateKind.Intensity),
    });

    private static (string, string, string) Only(IReadOnlyList<AppliedConversion> conversions)
    {
        var conversion = Assert.Single(conversions);
        return (conversion.Quantity, conversion.From, conversion.To);
    }
}
