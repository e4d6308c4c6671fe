using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Comparison;

public sealed class UnitAlignmentTests
{
    private static readonly double[] s_x = Make.Range(1000, 10, 100);
    private static readonly double[] s_absorbance = Make.Map(s_x, v => 0.05 + Make.Band(v, 1500, 80, 0.8));

    [Fact]
    public void Percent_transmittance_is_compared_with_absorbance_after_a_recorded_conversion()
    {
        var sample = Make.Spectrum(
            s_x, Make.Map(s_absorbance, a => 100 * Math.Pow(10, -a)), kind: OrdinateKind.PercentTransmittance);

        var outcome = Make.Compare(Make.Spectrum(s_x, s_absorbance), sample);

        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference, 14);
        Assert.Equal(("y", "Transmittance (%)", "Absorbance"), Only(outcome.Conversions));
        Assert.Equal(OrdinateKind.Absorbance, outcome.Sample.Ordinate.Kind);
        Assert.Empty(outcome.Warnings);
    }

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

    [Fact]
    public void Ordinates_that_cannot_be_converted_fail_with_both_names()
    {
        var error = Make.ErrorOf(() => Make.Compare(
            Make.Spectrum(s_x, s_absorbance), Make.Spectrum(s_x, s_absorbance, kind: OrdinateKind.Intensity)));

        Assert.Equal("OrdinateMismatch", error.Id);
        Assert.Contains("Absorbance", error.Message, StringComparison.Ordinal);
        Assert.Contains("Intensity", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Recommendation);
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
    public void Nothing_is_converted_on_the_strength_of_a_supposed_quantity()
    {
        var sample = Make.Spectrum(s_x, s_absorbance, kind: OrdinateKind.Transmittance, ordinateInferred: true);

        var outcome = Make.Compare(Make.Spectrum(s_x, s_absorbance), sample);

        Assert.Empty(outcome.Conversions);
        Assert.Contains("looks like Transmittance", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.Equal(0, outcome.Comparison.MaxAbsoluteDifference);
    }

    [Theory]
    [InlineData("HT [V]", "CD [mdeg]", "OrdinateMismatch")]
    [InlineData("HT [mV]", "HT [V]", "OrdinateMismatch")]
    [InlineData("Current (mA)", "Voltage (mV)", "OrdinateMismatch")]
    [InlineData("CD [mdeg]", "CD [mdeg]", null)]
    [InlineData("Sample (1)", "Sample (2)", null)]
    [InlineData("Sample (A)", "Sample (B)", null)]
    public void Quantities_that_are_not_known_are_told_apart_by_their_stated_units(string one, string other, string? id)
    {
        foreach (var kind in (OrdinateKind[])[OrdinateKind.Unknown, OrdinateKind.Other])
        {
            Spectrum baseline = Labelled(one, kind), sample = Labelled(other, kind);

            if (id is null)
                Make.Compare(baseline, sample);
            else
                Assert.Equal(id, Assert.Throws<SpectralException>(() => Make.Compare(baseline, sample)).Error.Id);
        }

        static Spectrum Labelled(string label, OrdinateKind kind)
        {
            var description = new SpectrumDescription { Ordinate = new SpectralOrdinate(kind, label) };
            return Spectrum.FromSource([.. s_x], [.. s_absorbance], description);
        }
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

    [Theory]
    [InlineData("mAU", OrdinateKind.Other, 1000)]
    [InlineData("Absorbance (mAU)", OrdinateKind.Absorbance, 1000)]
    [InlineData("Absorbance [mOD]", OrdinateKind.Absorbance, 1000)]
    [InlineData("Napierian absorbance", OrdinateKind.Absorbance, 2.302585092994046)]
    public void A_scaled_absorbance_is_brought_to_the_baselines_scale_and_recorded(string label, OrdinateKind kind, double scale)
    {
        var scaled = Labeled(Make.Map(s_absorbance, a => scale * a), kind, label);
        var percent = Make.Spectrum(
            s_x, Make.Map(s_absorbance, a => 100 * Math.Pow(10, -a)), kind: OrdinateKind.PercentTransmittance);

        var toAbsorbance = Make.Compare(Make.Spectrum(s_x, s_absorbance), scaled);
        var toPercent = Make.Compare(percent, scaled);
        var fromPercent = Make.Compare(scaled, percent);

        Assert.Equal(0, toAbsorbance.Comparison.MaxAbsoluteDifference, 12);
        Assert.Equal(label, Assert.Single(toAbsorbance.Conversions).From);
        Assert.Equal(0, toPercent.Comparison.MaxAbsoluteDifference, 10);
        Assert.Equal(2, toPercent.Conversions.Count);
        Assert.Equal(0, fromPercent.Comparison.MaxAbsoluteDifference, 9);
        Assert.Equal(label, fromPercent.Conversions[^1].To);
        Assert.Empty(Make.Compare(scaled, scaled).Conversions);
    }

    [Theory]
    [InlineData("Absorbance, 1st derivative")]
    [InlineData("Difference absorbance")]
    [InlineData("Absorbance per mm")]
    [InlineData("ΔAbsorbance")]
    public void What_is_made_from_an_absorbance_is_none(string label)
    {
        var made = Labeled(s_absorbance, OrdinateKind.Absorbance, label);

        var error = Make.ErrorOf(() => Make.Compare(Make.Spectrum(s_x, s_absorbance), made));

        Assert.Equal("OrdinateMismatch", error.Id);
        Assert.Contains(label, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Make.Compare(made, made).Comparison.Correlation, 14);
    }

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

    [Theory]
    [InlineData("Intensity (a.u.)", "counts/s")]
    [InlineData("Counts", "Intensity (cps)")]
    [InlineData("Counts per second", "Intensity")]
    public void A_count_rate_is_another_quantity_than_an_intensity(string ours, string theirs)
    {
        Spectrum first = Labeled(s_absorbance, OrdinateKind.Intensity, ours),
            second = Labeled(s_absorbance, OrdinateKind.Intensity, theirs);

        var error = Make.ErrorOf(() => Make.Compare(first, second));

        Assert.Equal("OrdinateMismatch", error.Id);
        Assert.Contains(ours.Contains('/', StringComparison.Ordinal) ? ours : theirs, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, Make.Compare(second, second).Comparison.Correlation, 14);
        Assert.Contains(
            "compared as they stand",
            Assert.Single(Make.Compare(Make.Spectrum(s_x, s_absorbance, kind: OrdinateKind.Intensity), Rate()).Warnings),
            StringComparison.Ordinal);

        Spectrum Rate() => ours.Contains("per second", StringComparison.Ordinal) ? first : second;
    }

    [Theory]
    [InlineData(OrdinateKind.Unknown, true)]
    [InlineData(OrdinateKind.Intensity, false)]
    public void Bands_that_point_down_are_taken_from_the_shape_where_nothing_is_said(OrdinateKind kind, bool isGuessed)
    {
        var x = Make.Range(400, 2, 1800);
        double[] Percent(double shift) =>
            Make.Map(x, v => 95 * Math.Pow(
                10, -Make.Band(v - shift, 1000, 40, 1) - Make.Band(v - shift, 1700, 30, 0.7) - Make.Band(v, 2900, 80, 0.4)));

        var outcome = Make.Compare(Make.Spectrum(x, Percent(0), kind: kind), Make.Spectrum(x, Percent(2), kind: kind));

        if (isGuessed)
        {
            Assert.Equal([1000, 1700, 2900], outcome.Comparison.Peaks.Select(peak => Math.Round(peak.ReferencePosition)));
            Assert.Contains("a guess", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        }
        else
        {
            Assert.DoesNotContain(outcome.Comparison.Peaks, peak => Math.Abs(peak.ReferencePosition - 1000) < 50);
            Assert.Empty(outcome.Warnings);
        }
    }

    [Fact]
    public void Bands_that_point_up_are_no_guess()
    {
        var x = Make.Range(400, 2, 1800);
        double[] y = [.. x.Zip(
            Make.Noise(1800, 3), (v, noise) => Make.Band(v, 1000, 40, 1) + Make.Band(v, 2900, 80, 0.4) + (0.002 * noise))];
        var outcome = Make.Compare(
            Make.Spectrum(x, y, kind: OrdinateKind.Unknown), Make.Spectrum(x, y, kind: OrdinateKind.Unknown));

        Assert.Equal([1000, 2900], outcome.Comparison.Peaks.Select(peak => Math.Round(peak.ReferencePosition / 2) * 2));
        Assert.Empty(outcome.Warnings);
    }

    [Fact]
    public void A_baseline_in_transmittance_can_be_compared_in_absorbance()
    {
        var percent = Make.Spectrum(
            s_x, Make.Map(s_absorbance, a => 100 * Math.Pow(10, -a)), kind: OrdinateKind.PercentTransmittance);

        var outcome = SpectrumComparer.Compare(
            new PreparedBaseline(percent, OrdinateKind.Absorbance), Make.Spectrum(s_x, Make.Map(s_absorbance, a => 2 * a)), new(),
            TestContext.Current.CancellationToken);

        Assert.Equal(1, outcome.Comparison.Correlation, 12);
        Assert.Equal(OrdinateKind.Absorbance, outcome.Comparison.Difference!.Ordinate.Kind);
        Assert.Equal(("y", "Transmittance (%)", "Absorbance"), Only(outcome.Conversions));
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

    private static Spectrum Labeled(double[] y, OrdinateKind kind, string label) =>
        Spectrum.FromSource([.. s_x], [.. y], new SpectrumDescription
        {
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
            Ordinate = new SpectralOrdinate(kind, label),
        });

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
