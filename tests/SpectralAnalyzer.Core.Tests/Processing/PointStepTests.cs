namespace SpectralAnalyzer.Core.Tests.Processing;

/// <summary>Steps that choose, convert or move points.</summary>
public sealed class PointStepTests
{
    [Fact]
    public void Crop_keeps_the_points_in_all_ranges_with_their_ends()
    {
        var made = Prepare.Apply(Prepare.Even(10, x => x * x), "crop", new[] { new[] { 2, 1 }, new[] { 7, 9 } });

        Assert.Equal([1, 2, 7, 8, 9], made.X);
        Assert.Equal([1, 4, 49, 64, 81], made.Y);
    }

    [Fact]
    public void Exclude_removes_the_points_in_the_ranges() =>
        Assert.Equal([0, 1, 5, 6], Prepare.Apply(Prepare.Even(7, x => x), "exclude", new[] { 2, 4 }).X);

    [Theory]
    [InlineData("crop", 20, 30)]
    [InlineData("exclude", -1, 30)]
    public void Cutting_everything_off_is_refused(string step, int from, int to) => Assert.Equal(
        SpectralErrorIds.StepNotApplicable,
        Prepare.Refused(() => Prepare.Apply(Prepare.Even(10, x => x), step, new[] { from, to })).Id);

    [Fact]
    public void The_order_of_the_file_is_kept()
    {
        var falling = Prepare.Apply(Prepare.Make([4, 3, 2, 1], [40, 30, 20, 10]), "crop", new[] { 2, 3 });
        var unsorted = Prepare.Apply(Prepare.Make([3, 1, 5, 2, 4], [30, 10, 50, 20, 40]), "crop", new[] { 2, 4 });

        Assert.Equal(SourceOrder.Descending, falling.SourceOrder);
        Assert.Equal([3, 2], falling.SourceX);
        Assert.Equal(SourceOrder.Unsorted, unsorted.SourceOrder);
        Assert.Equal([3, 2, 4], unsorted.SourceX);
        Assert.Equal([30, 20, 40], unsorted.SourceY);
    }

    [Fact]
    public void What_is_known_of_the_spectrum_is_kept_and_the_steps_are_listed()
    {
        var spectrum = Prepare.Even(10, x => x);

        var made = Prepare.Start(null, ("crop", new[] { 1, 8 }), ("scale", 2), ("normalize", "snv"))(spectrum);

        Assert.Equal(spectrum.Name, made.Name);
        Assert.Equal(spectrum.Axis, made.Axis);
        Assert.Equal(
            ["crop (ranges = 1-8)", "scale (factor = 2)", "normalize (kind = snv)"], made.History.Select(s => s.ToString()));
        Assert.Empty(spectrum.History);
        Assert.Equal(
            ["crop", "scale", "normalize", "offset"],
            Prepare.Apply(made, "offset", 1).History.Select(step => step.Name));
    }

    [Fact]
    public void Without_steps_the_spectrum_stays_itself()
    {
        var spectrum = Prepare.Even(10, x => x);

        Assert.Same(spectrum, Prepare.Start(null)(spectrum));
    }

    [Fact]
    public void Offset_and_scale_leave_a_missing_value_missing()
    {
        var spectrum = Prepare.Make([1, 2, 3], [1, double.NaN, 3]);

        Assert.Equal([3, double.NaN, 5], Prepare.Apply(spectrum, "offset", 2).Y);
        Assert.Equal([2, double.NaN, 6], Prepare.Apply(spectrum, "scale", 2).Y);
    }

    [Fact]
    public void Convert_changes_quantity_and_unit()
    {
        var spectrum = Prepare.Make([1000, 2000], [10, 100], OrdinateKind.PercentTransmittance);

        var made = Prepare.Apply(spectrum, "convert", Prepare.Table(("ordinate", "absorbance"), ("xUnit", "um")));

        Assert.Equal([5, 10], made.X);
        Assert.Equal([0, 1], made.Y);
        Assert.Equal(OrdinateKind.Absorbance, made.Ordinate.Kind);
        Assert.Equal(AxisUnit.Micrometer, made.XUnit);
    }

    [Fact]
    public void Resample_takes_the_multiples_of_the_step_within_the_spectrum()
    {
        var spectrum = Prepare.Make([0.9, 2.1, 4.4, 6.05], [1.8, 4.2, 8.8, 12.1]);

        var made = Prepare.Apply(spectrum, "resample", 1);

        Assert.Equal([1, 2, 3, 4, 5, 6], made.X);
        Assert.All(made.X.Zip(made.Y), point => Assert.Equal(2 * point.First, point.Second, 12));
    }

    [Fact]
    public void Resample_takes_the_points_of_the_reference_within_the_spectrum()
    {
        var reference = Prepare.Make([0, 1.5, 2.5, 30], [0, 0, 0, 0]);

        var made = Prepare.Apply(Prepare.Even(10, x => x, first: 1), "resample", Prepare.Table(("method", "akima")), reference);

        Assert.Equal([1.5, 2.5], made.X);
        Assert.Equal([1.5, 2.5], made.Y);
    }

    [Fact]
    public void A_gap_is_not_filled_in()
    {
        var spectrum = Prepare.Make([0, 1, 2, 3, 4], [0, 1, double.NaN, 3, 4]);

        Assert.Equal([0, 0.5, 1, double.NaN, double.NaN, double.NaN, 3, 3.5, 4], Prepare.Apply(spectrum, "resample", 0.5).Y);
    }

    [Theory]
    [InlineData("subtract")]
    [InlineData("divide")]
    [InlineData("resample")]
    public void A_step_that_needs_a_reference_is_refused_without_one(string step) => Assert.Equal(
        SpectralErrorIds.StepReferenceMissing,
        Prepare.Refused(() => Prepare.Apply(Prepare.Even(10, x => x), step)).Id);

    [Fact]
    public void Another_spectrum_is_subtracted_in_the_unit_of_the_spectrum()
    {
        var blank = Prepare.Make([0, 4], [100, 10], OrdinateKind.PercentTransmittance);

        var made = Prepare.Apply(Prepare.Make([0, 4], [1, 1]), "subtract", null, blank);

        Assert.Equal([1, 0], made.Y);
        Assert.Equal(OrdinateKind.Absorbance, made.Ordinate.Kind);
    }

    [Fact]
    public void Nothing_is_subtracted_where_the_other_spectrum_has_no_value() => Assert.Equal(
        SpectralErrorIds.StepNotApplicable,
        Prepare.Refused(() => Prepare.Apply(
            Prepare.Even(10, x => x), "subtract", null, Prepare.Even(5, x => 1))).Id);

    [Fact]
    public void A_ratio_to_zero_is_missing_and_no_quantity_of_the_file()
    {
        var made = Prepare.Apply(
            Prepare.Even(3, x => 6, first: 0), "divide", null, Prepare.Even(3, x => x));

        Assert.Equal([double.NaN, 6, 3], made.Y);
        Assert.Equal(OrdinateKind.Other, made.Ordinate.Kind);
    }

    [Fact]
    public void The_other_spectrum_is_read_from_a_file_relative_to_the_folder()
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "blank.csv"), "Wavenumber (cm-1),Absorbance\n0,1\n1,2\n2,3\n3,4\n4,5\n");
        var step = Prepare.Processing.CreateStep("subtract", Prepare.Table(("file", "blank.csv"), ("factor", 2)));

        var made = Prepare.Processing.Start([step], null, folder.Path, TestContext.Current.CancellationToken)(
            Prepare.Even(5, x => 10));

        Assert.Equal([8, 6, 4, 2, 0], made.Y);
    }

    [Fact]
    public void A_file_of_several_series_needs_the_name_or_number_of_one()
    {
        using var folder = new TempFolder();
        File.WriteAllText(
            Path.Combine(folder.Path, "dark.csv"), "Wavelength (nm),A,B\n400,1,2\n401,1,2\n402,1,3\n403,1,3\n404,1,2\n");
        var spectrum = Prepare.Make([400, 401, 402], [5, 5, 5], OrdinateKind.Unknown, AxisUnit.Nanometer);
        Spectrum Subtract(string? series)
        {
            var table = Prepare.Table(("file", Path.Combine(folder.Path, "dark.csv")));
            if (series is not null)
                table.Add("series", series);
            return Prepare.Apply(spectrum, "subtract", table);
        }

        Assert.Equal([3, 3, 2], Subtract("B").Y);
        Assert.Equal([4, 4, 4], Subtract("1").Y);
        Assert.Contains("'A', 'B'", Prepare.Refused(() => Subtract(null)).Message, StringComparison.Ordinal);
        Assert.Equal(SpectralErrorIds.UnknownColumn, Prepare.Refused(() => Subtract("C")).Id);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_before_any_spectrum() => Assert.Equal(
        SpectralErrorIds.FileNotFound,
        Prepare.Refused(() => Prepare.Start(null, ("subtract", "not-there.csv"))).Id);
}
