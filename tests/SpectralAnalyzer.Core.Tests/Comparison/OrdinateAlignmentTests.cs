using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Tests.Comparison;

/// <summary>What y is: scales, conversions, and quantities that are not compared.</summary>
public sealed class OrdinateAlignmentTests
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
    public void Ordinates_that_cannot_be_converted_fail_with_both_names()
    {
        var error = Make.ErrorOf(() => Make.Compare(
            Make.Spectrum(s_x, s_absorbance), Make.Spectrum(s_x, s_absorbance, kind: OrdinateKind.Intensity)));

        Assert.Equal("OrdinateMismatch", error.Id);
        Assert.Contains("Absorbance", error.Message, StringComparison.Ordinal);
        Assert.Contains("Intensity", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Recommendation);
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
        Assert.Equal(OrdinateKind.Absorbance, outcome.Comparison.GetDifference()!.Ordinate.Kind);
        Assert.Equal(("y", "Transmittance (%)", "Absorbance"), Only(outcome.Conversions));
    }

    private static Spectrum Labeled(double[] y, OrdinateKind kind, string label) =>
        Spectrum.FromSource([.. s_x], [.. y], new SpectrumDescription
        {
            Axis = new SpectralAxis(AxisUnit.Wavenumber),
            Ordinate = new SpectralOrdinate(kind, label),
        });

    private static (string, string, string) Only(IReadOnlyList<AppliedConversion> conversions)
    {
        var conversion = Assert.Single(conversions);
        return (conversion.Quantity, conversion.From, conversion.To);
    }
}
