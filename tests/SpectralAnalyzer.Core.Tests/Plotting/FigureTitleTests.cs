using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

/// <summary>The geometry of titles and legends, by the places of the texts in an SVG.</summary>
public sealed class FigureTitleTests
{
    private static readonly FigureOptions s_large = new() { Width = 10, Height = 6 };
    private static readonly string s_name = string.Join('-', Enumerable.Range(0, 12).Select(i => $"part{i}"));

    [Fact]
    public void A_title_of_two_names_breaks_between_them_before_it_is_cut()
    {
        var texts = Render(Figures.Infrared(title: $"{s_name} compared with other-{s_name}"));
        var first = texts.Single(t => t.Text == s_name);
        var second = texts.Single(t => t.Text == $"compared with other-{s_name}");
        Assert.InRange(second.Y - first.Y, 14, 18);
        var legend = texts.Single(t => t.Text == "baseline");
        Assert.InRange(legend.Y - second.Y, 15, 25);
        // the panel begins below the legend: its highest label is at least half a line below
        Assert.All(texts.Where(t => t.IsNumber), t => Assert.True(t.Y > legend.Y + 4));
    }

    [Fact]
    public void A_title_that_fits_has_one_line_and_leaves_the_panels_where_they_are()
    {
        var one = Render(Figures.Infrared(title: "a compared with b"));
        Assert.Equal(24, one.Single(t => t.Text == "a compared with b").Y, 0.01);
        Assert.Equal(43, one.Single(t => t.Text == "sample").Y, 0.01);
    }

    [Fact]
    public void Names_that_two_lines_cannot_hold_are_cut_in_their_middle()
    {
        var name = string.Concat(Enumerable.Repeat(s_name, 4));
        var texts = Render(Figures.Infrared(title: $"A{name} compared with B{name}"));
        Assert.Single(texts, t => t.Text.StartsWith("Apart0", StringComparison.Ordinal) && t.Text.Contains('…'));
        Assert.Single(texts, t => t.Text.StartsWith("compared with Bpart0", StringComparison.Ordinal) && t.Text.Contains('…'));
    }

    [Theory]
    [InlineData(10, 6, 60)]
    [InlineData(10, 6, 400)]
    [InlineData(4, 3, 150)]
    [InlineData(3, 2, 400)]
    public void A_title_of_the_user_is_never_cut(double width, double height, int length)
    {
        var title = string.Join(' ', Enumerable.Range(0, length / 4).Select(i => FormattableString.Invariant($"{i:000}")));
        var figure = Figures.Infrared(title: title) with { IsTitleStated = true };
        var texts = Placed.Read(Figures.Render(figure, GraphFormat.Svg, new FigureOptions { Width = width, Height = height }));
        var lines = texts.Where(t => title.Contains(t.Text, StringComparison.Ordinal) && t.Text.Length >= 3 && t.Y < height * 36)
            .OrderBy(t => t.Y).ToArray();
        Assert.Equal(title, string.Join(' ', lines.Select(t => t.Text)));
        Assert.True(lines[^1].Y < texts.Single(t => t.Text == "sample").Y);
    }

    [Fact]
    public void A_long_label_of_the_legend_gets_the_room_that_a_short_one_leaves()
    {
        var figure = Figures.Infrared() with { SampleLabel = s_name };
        Assert.Contains(Render(figure), t => t.Text == s_name);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(10)]
    public void A_caption_has_whole_metrics_only(double width)
    {
        var texts = Placed.Read(Figures.Render(
            Figures.Infrared(), GraphFormat.Svg, new FigureOptions { Width = width, Height = 3 }));
        var caption = texts.Single(t => t.Text.StartsWith("r = ", StringComparison.Ordinal)).Text;
        Assert.DoesNotContain('…', caption);
    }

    private static Placed[] Render(ComparisonFigure figure) => Placed.Read(Figures.Render(figure, GraphFormat.Svg, s_large));
}
