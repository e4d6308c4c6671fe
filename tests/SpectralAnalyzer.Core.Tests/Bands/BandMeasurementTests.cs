using SpectralAnalyzer.Core.Bands;
using SpectralAnalyzer.Core.Tests.Comparison;

namespace SpectralAnalyzer.Core.Tests.Bands;

/// <summary>What is measured where a band is whole, and why there is no value where it is not.</summary>
public sealed class BandMeasurementTests
{
    // a triangle from 10 to 30 of height 2 on the line 1 + x / 10
    private static readonly double[] s_x = Make.Range(0, 1, 41);
    private static readonly double[] s_y = Make.Map(s_x, x => 1 + (x / 10) + Math.Max(0, 2 - (Math.Abs(x - 20) / 5)));

    [Theory]
    [InlineData(BandMeasure.Height, 2, 20, "Absorbance")]
    [InlineData(BandMeasure.Area, 20, double.NaN, "Absorbance · cm⁻¹")]
    [InlineData(BandMeasure.Centroid, 20, 20, "cm⁻¹")]
    [InlineData(BandMeasure.Width, 10, 20, "cm⁻¹")]
    public void A_triangle_on_a_slope_is_measured_exactly(BandMeasure measure, double value, double position, string unit)
    {
        var band = Measure(Make.Spectrum(s_x, s_y), Band(measure, 5, 35, 5, 35));

        Assert.Equal(value, band.Value, 1e-12);
        Assert.Equal(position, band.Position, 1e-12);
        Assert.Equal((unit, null), (band.Unit, band.Note));
    }

    [Fact]
    public void Values_do_not_depend_on_the_order_of_the_file_or_of_the_ends()
    {
        var falling = Make.Spectrum([.. s_x.Reverse()], [.. s_y.Reverse()]);
        foreach (var measure in (BandMeasure[])[BandMeasure.Height, BandMeasure.Area, BandMeasure.Centroid, BandMeasure.Width])
        {
            Assert.Equal(
                Measure(Make.Spectrum(s_x, s_y), Band(measure, 5, 35, 5, 35)), Measure(falling, Band(measure, 35, 5, 35, 5)));
        }
    }

    [Theory]
    [InlineData(BandMeasure.Height)]
    [InlineData(BandMeasure.Area)]
    [InlineData(BandMeasure.Centroid)]
    [InlineData(BandMeasure.Width)]
    public void A_range_with_a_missing_value_has_no_value_and_says_where(BandMeasure measure)
    {
        var y = (double[])s_y.Clone();
        y[27] = double.NaN;
        AssertMissing("no value at 27 cm⁻¹", Measure(Make.Spectrum(s_x, y), Band(measure, 5, 35)));
    }

    [Fact]
    public void A_range_across_missing_rows_has_no_value()
    {
        var kept = s_x.Where(x => x is < 15 or > 19).ToArray();
        var gap = Make.Spectrum(kept, [.. kept.Select(x => s_y[(int)x])]);
        Assert.Equal(kept.Length, gap.Count);

        AssertMissing("no value at 17 cm⁻¹", Measure(gap, Band(BandMeasure.Area, 5, 35)));
        AssertMissing("no value at 18 cm⁻¹", Measure(gap, At(18)));
    }

    [Theory]
    [InlineData(BandMeasure.Height)]
    [InlineData(BandMeasure.Area)]
    [InlineData(BandMeasure.Centroid)]
    [InlineData(BandMeasure.Width)]
    public void A_range_beyond_the_spectrum_has_no_value_and_says_what_there_is(BandMeasure measure)
    {
        var spectrum = Make.Spectrum(s_x, s_y);
        AssertMissing("from 0 to 40 cm⁻¹", Measure(spectrum, Band(measure, 20, 41)));
        AssertMissing("from 0 to 40 cm⁻¹", Measure(spectrum, Band(measure, -1, 20)));
        AssertMissing("from 0 to 40 cm⁻¹", Measure(spectrum, Band(measure, 10, 30, 10, 50)));
        AssertMissing("from 0 to 40 cm⁻¹", Measure(spectrum, Band(measure, 10, 30, -5)));
    }

    [Fact]
    public void A_spectrum_without_values_has_no_band()
    {
        var empty = Make.Spectrum([1, 2, 3], [double.NaN, double.NaN, double.NaN]);
        AssertMissing("no values", Measure(empty, At(2)));
        AssertMissing("no values", Measure(empty, Band(BandMeasure.Area, 1, 3)));
    }

    [Theory]
    [InlineData(OrdinateKind.Transmittance)]
    [InlineData(OrdinateKind.PercentTransmittance)]
    [InlineData(OrdinateKind.Reflectance)]
    [InlineData(OrdinateKind.PercentReflectance)]
    public void Bands_that_point_down_have_no_top_and_the_user_is_sent_to_absorbance(OrdinateKind kind)
    {
        var spectrum = Make.Spectrum(s_x, Make.Map(s_y, y => 0.9 - (y / 10)), kind: kind);
        foreach (var measure in (BandMeasure[])[BandMeasure.Height, BandMeasure.Centroid, BandMeasure.Width])
            AssertMissing("as absorbance", Measure(spectrum, Band(measure, 5, 35)));
        var at = Measure(spectrum, At(20, 5, 35));
        Assert.Equal(-0.2, at.Value, 1e-12);
        Assert.Contains("point down", at.Note, StringComparison.Ordinal);
        var area = Measure(spectrum, Band(BandMeasure.Area, 5, 35, 5, 35));
        Assert.Equal(-2, area.Value, 1e-12);
        Assert.Contains("point down", area.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_band_that_is_cut_off_by_its_range_has_no_width_and_its_height_says_so()
    {
        var spectrum = Make.Spectrum(s_x, s_y);
        AssertMissing("before 22 cm⁻¹", Measure(spectrum, Band(BandMeasure.Width, 5, 22, 5, 35)));
        var rising = Measure(spectrum, Band(BandMeasure.Height, 5, 18));
        Assert.Equal(18, rising.Position);
        Assert.Contains("at the end of the range", rising.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_above_the_base_is_no_band()
    {
        var spectrum = Make.Spectrum(s_x, Make.Map(s_y, y => -y));
        AssertMissing("no band", Measure(spectrum, Band(BandMeasure.Centroid, 5, 35)));
        AssertMissing("no band", Measure(spectrum, Band(BandMeasure.Width, 5, 35)));
        Assert.Equal(-2, Measure(spectrum, At(20, 5, 35)).Value, 1e-12);
    }

    [Fact]
    public void A_centroid_that_negative_parts_would_push_out_of_the_range_has_no_value()
    {
        var spectrum = Make.Spectrum([0, 1, 2, 3, 4], [-10, -9, 0, 10, 10]);
        AssertMissing("outside of the range", Measure(spectrum, Band(BandMeasure.Centroid, 0, 4)));
    }

    [Fact]
    public void Few_points_in_a_range_are_noted()
    {
        var narrow = Measure(Make.Spectrum(s_x, s_y), Band(BandMeasure.Area, 20.25, 20.5));
        Assert.Equal(0.25 * (s_y[20] - 0.0375), narrow.Value, 1e-12);
        Assert.Contains("Only 0 points", narrow.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ratio_divides_two_bands_and_keeps_their_notes()
    {
        SpectralBand[] bands =
        [
            Ratio("index", "top", "whole"), At(20) with { Name = "Top" }, Band(BandMeasure.Area, 5, 35) with { Name = "whole" },
            Ratio("nothing", "top", "far"), At(50) with { Name = "far" }, Ratio("twice", "index", "INDEX"),
            Ratio("by zero", "top", "zero"), At(20, 20) with { Name = "zero" },
        ];
        var values = BandMeasurement.Measure(bands, Make.Spectrum(s_x, s_y)).ToDictionary(value => value.Name);

        Assert.Equal(bands.Select(band => band.Name), values.Keys);
        Assert.Equal(values["Top"].Value / values["whole"].Value, values["index"].Value);
        Assert.Equal("Absorbance / (Absorbance · cm⁻¹)", values["index"].Unit);
        Assert.Equal((1, ""), (values["twice"].Value, values["twice"].Unit));
        AssertMissing("far: The spectrum ends before 50 cm⁻¹", values["nothing"]);
        AssertMissing("zero is 0", values["by zero"]);
    }

    [Fact]
    public void Bands_of_the_baseline_and_of_the_difference_are_measured_there()
    {
        var finer = Make.Range(2, 0.25, 149);
        var baseline = Make.Spectrum(s_x, Make.Map(s_x, x => 1 + (x / 10)));
        var sample = Make.Spectrum(finer, Make.Map(finer, x => 1 + (x / 10) + Math.Max(0, 2 - (Math.Abs(x - 20) / 5))));
        SpectralBand[] bands =
        [
            Band(BandMeasure.Area, 5, 35) with { Name = "d", Of = BandSource.Difference },
            At(20) with { Name = "b", Of = BandSource.Baseline },
            At(1) with { Name = "out", Of = BandSource.Difference },
        ];
        var values = BandMeasurement.Measure(bands, sample, baseline);

        Assert.Equal(20, values[0].Value, 1e-12);
        Assert.Equal(3, values[1].Value, 1e-12);
        AssertMissing("from 2 to 39 cm⁻¹", values[2]);
        Assert.All(BandMeasurement.Measure(bands, sample), value => AssertMissing("no baseline", value));
    }

    [Fact]
    public void A_difference_has_no_value_where_either_spectrum_has_none()
    {
        var y = (double[])s_y.Clone();
        y[22] = double.NaN;
        var band = Band(BandMeasure.Area, 5, 35) with { Of = BandSource.Difference };
        Spectrum whole = Make.Spectrum(s_x, s_y), holed = Make.Spectrum(s_x, y), far = Make.Spectrum([100, 101, 102], [1, 2, 3]);

        AssertMissing("no value at 22", Assert.Single(BandMeasurement.Measure([band], holed, whole)));
        AssertMissing("no value at 22", Assert.Single(BandMeasurement.Measure([band], whole, holed)));
        AssertMissing("no range of x in common", Assert.Single(BandMeasurement.Measure([band], far, whole)));
    }

    [Fact]
    public void The_engine_brings_the_spectrum_to_the_units_of_the_baseline()
    {
        var percent = Make.Spectrum(s_x, Make.Map(s_y, y => 100 * Math.Pow(10, -y)), kind: OrdinateKind.PercentTransmittance);
        var baseline = Make.Spectrum(s_x, Make.Map(s_x, _ => 0.0));
        var band = Band(BandMeasure.Area, 5, 35, 5, 35) with { Of = BandSource.Difference };
        var engine = new SpectralEngine();

        Assert.Equal(20, Assert.Single(engine.Bands.Measure([band], percent, baseline)).Value, 1e-9);
        var unknown = Make.Spectrum(s_x, s_y, kind: OrdinateKind.Unknown);
        Assert.Contains(
            "as it stands", Assert.Single(engine.Bands.Measure([band], unknown, baseline)).Note, StringComparison.Ordinal);
    }

    public static TheoryData<SpectralBand, string> Faults => new()
    {
        { new() { Name = "a", Measure = BandMeasure.Height }, "needs an x or a range" },
        { new() { Name = "a", Measure = BandMeasure.Area }, "needs a range" },
        { new() { Name = "a", Measure = BandMeasure.Area, Position = 3 }, "needs a range, not one x" },
        { new() { Name = "a", Measure = BandMeasure.Height, Position = 3, Range = new(1, 2) }, "not both" },
        { new() { Name = "a", Measure = BandMeasure.Height, Position = double.NaN }, "not a finite number" },
        { new() { Name = "a", Measure = BandMeasure.Height, Position = 3, Base = [1, 2, 3] }, "one x, or two different" },
        { new() { Name = "a", Measure = BandMeasure.Height, Position = 3, Base = [1, 1] }, "one x, or two different" },
        { new() { Name = "a", Measure = BandMeasure.Height, Position = 3, Numerator = "other" }, "not a ratio" },
        { new() { Name = "a", Measure = BandMeasure.Ratio, Numerator = "other" }, "a numerator and a denominator" },
        { new() { Name = "a", Measure = BandMeasure.Ratio, Numerator = "other", Denominator = "b" }, "b, which is not a band" },
        { new() { Name = "a", Measure = BandMeasure.Ratio, Numerator = "other", Denominator = "A" }, "refers to itself" },
        { new() { Name = "a", Measure = BandMeasure.Ratio, Numerator = "other", Denominator = "other", Position = 3 }, "no x" },
        { new() { Name = "OTHER", Measure = BandMeasure.Height, Position = 3 }, "two bands with the name" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_band_that_is_not_completely_stated_is_refused_with_its_line(SpectralBand band, string message)
    {
        var error = Make.ErrorOf(() => BandMeasurement.Measure(
            [At(1) with { Name = "other" }, band with { Line = 12 }], Make.Spectrum(s_x, s_y)));

        Assert.Equal((SpectralErrorIds.InvalidBand, 12), (error.Id, error.Line));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_circle_of_ratios_is_refused()
    {
        SpectralBand[] bands = [Ratio("a", "b", "c"), Ratio("b", "c", "d"), At(1) with { Name = "c" }, Ratio("d", "a", "c")];
        Assert.Contains(
            "refers to itself", Make.ErrorOf(() => BandMeasurement.Measure(bands, Make.Spectrum(s_x, s_y))).Message,
            StringComparison.Ordinal);
    }

    private static BandValue Measure(Spectrum spectrum, SpectralBand band) =>
        Assert.Single(BandMeasurement.Measure([band], spectrum));

    private static SpectralBand Band(BandMeasure measure, double from, double to, params double[] points) =>
        new() { Name = "band", Measure = measure, Range = new(from, to), Base = points };

    private static SpectralBand At(double x, params double[] points) =>
        new() { Name = "at", Measure = BandMeasure.Height, Position = x, Base = points };

    private static SpectralBand Ratio(string name, string numerator, string denominator) =>
        new() { Name = name, Measure = BandMeasure.Ratio, Numerator = numerator, Denominator = denominator };

    private static void AssertMissing(string note, BandValue value)
    {
        Assert.Equal(double.NaN, value.Value);
        Assert.Equal(double.NaN, value.Position);
        Assert.Contains(note, value.Note, StringComparison.Ordinal);
    }
}
