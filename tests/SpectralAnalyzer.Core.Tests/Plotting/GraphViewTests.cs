using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

/// <summary>Title, ranges, views and labels of peaks, by the texts of an SVG and their places.</summary>
public sealed class GraphViewTests
{
    private static readonly FigureOptions s_large = new() { Width = 10, Height = 6 };

    [Fact]
    public void A_title_has_the_names_in_the_place_of_its_placeholders()
    {
        var figure = Figures.Infrared();
        Assert.Contains(
            "sample against baseline {other}",
            Texts(figure, s_large with { Title = "{Sample} against {baseline} {series}{other}" }));
        var judged = figure with { Method = new FigureMethod(new SpectralMethod { Name = "Oil" }, SpectralVerdict.Pass, []) };
        Assert.Contains("Oil: Pass", Texts(judged, s_large with { Title = "{method}: {verdict}" }));
    }

    [Fact]
    public void A_stated_range_is_exactly_what_is_drawn()
    {
        var placed = Placed.Read(Figures.Render(
            Figures.Infrared(), GraphFormat.Svg, s_large with { XRange = new(1500, 2000), YRange = new(-1, 3) }));
        var x = placed.Where(t => t.IsNumber && t.Y > 376 && t.Y < 395).ToArray();
        // wavenumbers fall from 2000 at 62 points to 1500 at 700
        Assert.All(x, t => Assert.InRange(t.Value, 1500, 2000));
        Assert.True(x.Single(t => t.Value == 1900).X < x.Single(t => t.Value == 1600).X);
        var y = placed.Where(t => t.IsNumber && t.X < 62 && t.Y < 290).ToArray();
        Assert.Equal(-1, y.Min(t => t.Value));
        Assert.Equal(3, y.Max(t => t.Value));
    }

    [Fact]
    public void A_range_that_the_baseline_does_not_reach_leaves_all_of_it() =>
        Assert.Contains("4000", Texts(Figures.Infrared(), s_large with { XRange = new(5000, 6000) }));

    [Fact]
    public void Normalized_spectra_go_from_0_to_1_and_the_difference_stays_that_of_the_values()
    {
        var options = s_large with { View = GraphView.Normalized };
        var texts = Texts(Figures.Infrared(3), options);
        Assert.Contains("Absorbance, each from 0 to 1", texts);
        Assert.Contains("1.0", texts);
        Assert.Contains("sample − baseline, Absorbance", texts);
        var pair = ArrangedPair.Create(Figures.Infrared(3), GraphView.Normalized, AxisScale.Exact(400, 4000, 8));
        Assert.Equal((0, 1), (pair.Sample.Y.Min(), pair.Sample.Y.Max()));
        Assert.Equal((0, 1), (pair.Baseline.Y.Min(), pair.Baseline.Y.Max()));
        // what is beyond the range that is drawn does not count
        var part = ArrangedPair.Create(Figures.Infrared(3), GraphView.Normalized, AxisScale.Exact(1600, 1900, 8));
        Assert.True(part.Sample.Y.Max() > 1.5);
    }

    [Fact]
    public void An_offset_sample_does_not_cross_the_baseline_and_its_axis_has_no_values()
    {
        var placed = Placed.Read(Figures.Render(
            Figures.Infrared(), GraphFormat.Svg, s_large with { View = GraphView.Offset }));
        Assert.DoesNotContain(placed, t => t.IsNumber && t.X < 62 && t.Y < 290);
        Assert.Contains(placed, t => t.Text.StartsWith("Absorbance, sample offset by ", StringComparison.Ordinal));
        var pair = ArrangedPair.Create(Figures.Infrared(), GraphView.Offset, AxisScale.Exact(400, 4000, 8));
        Assert.All(pair.Sample.Y.Zip(pair.Baseline.Y), p => Assert.True(p.First > p.Second));
    }

    [Fact]
    public void The_difference_alone_has_one_panel_and_its_own_legend()
    {
        var placed = Placed.Read(Figures.Render(
            Figures.Infrared(1.5), GraphFormat.Svg, s_large with { View = GraphView.Difference }));
        Assert.Contains(placed, t => t.Text == "Difference of Absorbance");
        Assert.Contains(placed, t => t.Text == "sample − baseline");
        Assert.DoesNotContain(placed, t => t.Text == "baseline");
        // one panel: its labels rise over the whole height
        var labels = placed.Where(t => t.IsNumber && t.X < 62 && t.Y < 376).ToArray();
        Assert.True(labels.Max(t => t.Y) - labels.Min(t => t.Y) > 150);
        var without = Figures.Infrared() with { Comparison = Figures.Infrared().Comparison with { Difference = null } };
        Assert.Contains("baseline", Texts(without, s_large with { View = GraphView.Difference }));
    }

    [Theory]
    [InlineData(GraphView.Overlay)]
    [InlineData(GraphView.Normalized)]
    [InlineData(GraphView.Offset)]
    public void Labels_of_peaks_are_above_their_peaks(GraphView view)
    {
        var figure = Figures.Infrared();
        figure = figure with
        {
            Comparison = figure.Comparison with
            {
                Peaks = [new(2925, 2925, 0, 0.8, 0.9), new(1740, 1740, 0, 0.5, 0.5), new(3400, 3400, 0, 0.2, 0.2)],
                UnmatchedPeaks = [new(UnmatchedPeakKind.New, 1000, 0.6, 0.6, 10), new(UnmatchedPeakKind.Lost, 700, 5, 1, 10)],
            },
        };
        var placed = Placed.Read(Figures.Render(figure, GraphFormat.Svg, s_large with { View = view, PeakLabels = 4 }));
        foreach (var (text, at) in new[] { ("2925", 2925), ("1740", 1740), ("1000 new", 1000), ("700 lost", 700) })
        {
            var label = placed.Single(t => t.Text == text && t.IsVertical);
            Assert.InRange(label.X, Column(at) - 2, Column(at) + 6);
            Assert.InRange(label.Y, 54, 290);
        }

        Assert.DoesNotContain(placed, t => t.Text == "3400");

        static double Column(double x) => 62 + (638 * (4000 - x) / 3600);
    }

    [Theory]
    [InlineData("one point", 1)]
    [InlineData("huge", 1e300)]
    [InlineData("tiny", 1e-300)]
    public void Odd_spectra_are_drawn_in_each_view(string name, double y)
    {
        var spectrum = y == 1 ? Spectrum.FromSource([1], [1]) : Spectrum.FromSource([1, 2, 3], [-y, 0, y]);
        foreach (var view in Enum.GetValues<GraphView>())
        {
            var options = new FigureOptions { Width = 4, Height = 3, Dpi = 50, View = view, PeakLabels = 5 };
            var bytes = Figures.Render(Figures.Create(spectrum, spectrum, name), GraphFormat.Png, options);
            Figures.AssertIsGraph(bytes, GraphFormat.Png, options);
        }
    }

    [Fact]
    public void What_a_command_states_takes_precedence_over_the_method()
    {
        var graph = new MethodGraph
        {
            Title = "method",
            View = GraphView.Offset,
            XRange = new(1, 2),
            YRange = new(3, 4),
            PeakLabels = 5,
        };
        var of = GraphSettings.Resolve(s_large, graph);
        Assert.Equal(("method", (GraphView?)GraphView.Offset, 5), (of.Title, of.View, of.PeakLabels));
        Assert.Equal((new SpectralRange(1, 2), new SpectralRange(3, 4)), (of.XRange, of.YRange));
        var stated = s_large with { Title = "mine", View = GraphView.Overlay, XRange = new(5, 6), PeakLabels = 0 };
        of = GraphSettings.Resolve(stated, graph);
        Assert.Equal(("mine", (GraphView?)GraphView.Overlay, 0), (of.Title, of.View, of.PeakLabels));
        Assert.Equal(new SpectralRange(5, 6), of.XRange);
    }

    private static string[] Texts(ComparisonFigure figure, FigureOptions options) =>
        Figures.Texts(Figures.Render(figure, GraphFormat.Svg, options));
}
