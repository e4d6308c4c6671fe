namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>What a step cannot be applied to is refused, and never made up.</summary>
public sealed class RefusalTests
{
    private static readonly string[] s_pointwise = ["crop", "exclude", "offset", "scale", "convert", "resample", "subtract",
        "divide", "atr", "kubelkaMunk", "background offset", "background line", "normalize height"];

    public static TheoryData<string> NeedAllValues =>
        [.. ReferenceVectors.All.Select(vector => vector.Kind).Distinct().Except(s_pointwise)];

    [Theory]
    [MemberData(nameof(NeedAllValues))]
    public void A_missing_value_is_refused_with_its_place(string kind)
    {
        var vector = ReferenceVectors.All.First(v => v.Kind == kind);
        var whole = ReferenceVectors.Spectra[vector.Spectrum];
        var y = whole.Ordinates.ToArray();
        y[7] = double.NaN;

        var error = Prepare.Refused(() => Prepare.Apply(
            whole.WithOrdinates(y, whole.Ordinate), vector.Step, vector.Parameters, ReferenceVectors.Spectra["other"]));

        Assert.Equal(SpectralErrorIds.StepNotApplicable, error.Id);
        Assert.Contains(FormattableString.Invariant($"x = {whole.X[7]}"), error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smooth", "savitzky-golay")]
    [InlineData("smooth", "moving-average")]
    [InlineData("smooth", "median")]
    [InlineData("smooth", "gaussian")]
    [InlineData("derivative", null)]
    [InlineData("background", "snip")]
    public void A_window_longer_than_the_spectrum_is_refused(string step, string? kind)
    {
        var error = Prepare.Refused(() => Prepare.Apply(Prepare.Even(4, x => x), step, kind));

        Assert.Equal(SpectralErrorIds.StepNotApplicable, error.Id);
        Assert.Contains("the spectrum has 4", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smooth", "savitzky-golay")]
    [InlineData("smooth", "gaussian")]
    [InlineData("derivative", null)]
    public void Uneven_steps_are_refused_where_they_must_be_even(string step, string? kind)
    {
        var drifting = Prepare.Make(
            [.. Enumerable.Range(0, 100).Select(i => i + (0.001 * i * i))], [.. Enumerable.Range(0, 100).Select(i => (double)i)]);
        var rounded = Prepare.Make(
            [.. Enumerable.Range(0, 100).Select(i => Math.Round(i * 1.9284, 1))], new double[100]);

        var error = Prepare.Refused(() => Prepare.Apply(drifting, step, kind));

        Assert.Equal(SpectralErrorIds.StepNotApplicable, error.Id);
        Assert.Contains("resample", error.Recommendation, StringComparison.Ordinal);
        Assert.Equal(100, Prepare.Apply(rounded, step, kind).Count);
    }

    [Theory]
    [InlineData("asls")]
    [InlineData("airpls")]
    [InlineData("arpls")]
    [InlineData("modpoly")]
    [InlineData("imodpoly")]
    [InlineData("rubberband")]
    [InlineData("snip")]
    public void A_background_under_bands_that_point_down_is_refused(string kind)
    {
        var spectrum = Prepare.Make([.. Enumerable.Range(0, 200).Select(i => (double)i)], new double[200],
            OrdinateKind.PercentTransmittance);

        var error = Prepare.Refused(() => Prepare.Apply(spectrum, "background", kind));

        Assert.Equal(SpectralErrorIds.StepNotApplicable, error.Id);
        Assert.Contains("convert", error.Recommendation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("snv")]
    [InlineData("min-max")]
    [InlineData("vector")]
    [InlineData("area")]
    public void A_spectrum_of_zeros_is_not_normalized(string kind) => Assert.Equal(
        SpectralErrorIds.StepNotApplicable,
        Prepare.Refused(() => Prepare.Apply(Prepare.Even(9, _ => 0), "normalize", kind)).Id);

    [Fact]
    public void An_iteration_that_does_not_converge_is_refused() => Assert.Contains(
        "not converged", Prepare.Refused(() => Prepare.Apply(
            ReferenceVectors.Spectra["raman"], "background",
            Prepare.Table(("kind", "arpls"), ("iterations", 1), ("tolerance", 1e-9)))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_Kubelka_Munk_function_is_made_of_a_reflectance_alone()
    {
        var made = Prepare.Apply(Prepare.Make([1, 2, 3], [50, 100, 0], OrdinateKind.PercentReflectance), "kubelkaMunk");

        Assert.Equal([0.25, 0, double.NaN], made.Y);
        Assert.Equal(OrdinateKind.KubelkaMunk, made.Ordinate.Kind);
        Assert.Equal(
            SpectralErrorIds.StepNotApplicable,
            Prepare.Refused(() => Prepare.Apply(Prepare.Even(9, x => x), "kubelkaMunk")).Id);
    }

    [Theory]
    [InlineData("derivative", null, OrdinateKind.Other)]
    [InlineData("normalize", "snv", OrdinateKind.Other)]
    [InlineData("smooth", "median", OrdinateKind.Absorbance)]
    [InlineData("background", "rubberband", OrdinateKind.Absorbance)]
    [InlineData("atr", null, OrdinateKind.Absorbance)]
    public void The_quantity_changes_where_the_numbers_mean_another(string step, string? kind, OrdinateKind expected) =>
        Assert.Equal(expected, Prepare.Apply(Prepare.Even(50, x => 1 + (x * x)), step, kind).Ordinate.Kind);

    [Fact]
    public void A_falling_file_gives_what_a_rising_one_gives()
    {
        var rising = ReferenceVectors.Spectra["infrared"];
        var falling = Prepare.Make([.. rising.X.Reverse()], [.. rising.Y.Reverse()]);
        (string, object?)[] steps = [("crop", new[] { 3000, 600 }), ("background", "airpls"), ("derivative", 1)];

        var made = Prepare.Start(null, steps)(falling);

        Assert.Equal(SourceOrder.Descending, made.SourceOrder);
        Assert.Equal(Prepare.Start(null, steps)(rising).Y, made.Y);
        Assert.Equal(made.Y.Reverse(), made.SourceY);
    }

    [Fact]
    public void Many_threads_give_the_same_numbers()
    {
        var prepare = Prepare.Start(null, ("background", "airpls"), ("smooth", "savitzky-golay"), ("normalize", "snv"));
        var once = prepare(ReferenceVectors.Spectra["raman"]).Y;
        var results = new double[16][];

        Parallel.For(0, results.Length, i => results[i] = prepare(ReferenceVectors.Spectra["raman"]).Y);

        Assert.All(results, y => Assert.Equal(once, y));
    }

    [Fact]
    public void The_reference_is_prepared_by_the_steps_before()
    {
        var reference = ReferenceVectors.Spectra["infrared"];
        var sample = reference.WithOrdinates([.. reference.Y.Select(y => 0.7 + (3 * y))], reference.Ordinate);
        (string, object?)[] steps = [("background", "rubberband"), ("normalize", "msc")];

        var made = Prepare.Start(reference, steps)(sample);

        var expected = Prepare.Apply(reference, "background", "rubberband").Y;
        Assert.All(expected.Zip(made.Y), pair => Assert.Equal(pair.First, pair.Second, 10));
    }
}
