using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

public sealed class FigureLabelsTests
{
    [Theory]
    [InlineData("/d/a.csv", "/d/b.csv", "a", "b")]
    [InlineData("/d/a.csv", "/d/a.txt", "a.csv", "a.txt")]
    [InlineData("/d/one/a.csv", "/d/two/a.csv", "one/a.csv", "two/a.csv")]
    [InlineData("/d/one/x/a.csv", "/d/two/x/a.csv", "one/x/a.csv", "two/x/a.csv")]
    [InlineData("/d/a.csv", "/d/a.csv", "a", "a (2)")]
    public void Files_of_one_name_are_told_apart_by_what_differs(
        string first, string second, string firstLabel, string secondLabel) =>
        Assert.Equal([firstLabel, secondLabel], FigureLabels.Create([new(first, null), new(second, null)]));

    [Fact]
    public void Series_that_are_alike_otherwise_are_named()
    {
        var spectrum = Figures.Spectrum(AxisUnit.Wavenumber, 20, x => x);
        var figure = ComparisonFigure.Create(
            spectrum, new("/d/a.csv", "day 0", ShowsSeries: false), spectrum, new("/d/a.csv", "day 1"),
            Figures.Infrared().Comparison);
        Assert.Equal(("a [day 0]", "a [day 1]"), (figure.BaselineLabel, figure.SampleLabel));
        Assert.Equal(["b", "a [day 1]"], FigureLabels.Create([new("/d/b.csv", "day 0", false), new("/d/a.csv", "day 1")]));
        Assert.Equal(
            ["1.5 mg/L", "1.5 mg/L (2)"],
            FigureLabels.Create([new("1.5 mg/L", null, IsFile: false), new("1.5 mg/L", null, IsFile: false)]));
    }

    [Fact]
    public void Labels_of_a_thousand_files_of_one_name_are_all_different()
    {
        var names = Enumerable.Range(0, 1000).Select(i => new FigureName($"/d/{i % 500}/x/spectrum.csv", null)).ToArray();
        Assert.Equal(1000, FigureLabels.Create(names).Distinct().Count());
    }

    [Theory]
    [InlineData("lot-0412", "reference", "lot-0412 compared with reference")]
    [InlineData("lot-0412", "lot-0413", "lot-0412 compared with lot-0413")]
    [InlineData(
        "2026-05-03_polymer_lot-0412", "2026-05-03_polymer_reference", "2026-05-03_polymer: lot-0412 compared with reference")]
    [InlineData("ageing-series [day 3]", "ageing-series [day 0]", "ageing-series: day 3 compared with day 0")]
    [InlineData("one/spectrum.csv", "two/spectrum.csv", "one compared with two (spectrum.csv)")]
    [InlineData("polymer-granulate", "polymer-granulate", "polymer-granulate compared with polymer-granulate")]
    [InlineData("measurement_of_a", "measurement_of_", "measurement: of_a compared with of_")]
    public void A_title_says_once_what_both_names_share(string sample, string baseline, string expected) =>
        Assert.Equal(expected, FigureLabels.Title(sample, baseline));

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(120)]
    public void Labels_that_do_not_fit_stay_different(double room)
    {
        var same = new string('x', 80);
        string[][] cases =
        [
            [$"{same}_first_{same}", $"{same}_second_{same}"],
            [$"{same}1", $"{same}2"],
            [$"1{same}", $"2{same}"],
            [$"{same}a{same}", $"{same}b{same}"],
            [$"{same}_1_{same}", $"{same}_2_{same}", $"{same}_3_{same}", "short"],
            [.. Enumerable.Range(0, 30).Select(i => $"{same} {i} {same}")],
        ];
        foreach (var labels in cases)
        {
            var shown = FigureLabels.Fit(labels, room, 9.5);
            Assert.Equal(labels.Length, shown.Distinct().Count());
        }
    }

    [Fact]
    public void A_spectrum_that_is_compared_with_itself_has_two_labels()
    {
        var spectrum = Figures.Spectrum(AxisUnit.Wavenumber, 20, x => x);
        var figure = ComparisonFigure.Create(
            spectrum, new FigureName("/d/a.csv", null), spectrum, new FigureName("/d/a.csv", null),
            Figures.Infrared().Comparison);
        Assert.Equal(("a (baseline)", "a"), (figure.BaselineLabel, figure.SampleLabel));
        Assert.Equal("a compared with a (baseline)", figure.Title);
    }
}
