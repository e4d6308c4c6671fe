using System.Globalization;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

/// <summary>What a method adds to a graph, and that nothing changes without one.</summary>
public sealed class JudgedFigureTests
{
    private static readonly FigureOptions s_large = new() { Width = 10, Height = 6, Dpi = 100 };

    private static readonly SpectralMethod s_method = new()
    {
        Name = "Used engine oil",
        Version = "2",
        Sha256 = "0123456789abcdef",
        Bands =
        [
            new() { Name = "ester", Measure = BandMeasure.Area, Range = new(1800, 1670) },
            new() { Name = "soot", Measure = BandMeasure.Height, Position = 2000 },
            new() { Name = "water", Measure = BandMeasure.Area, Range = new(3500, 3150) },
            new() { Name = "index", Measure = BandMeasure.Ratio, Numerator = "ester", Denominator = "soot" },
        ],
        Graph = new MethodGraph { Shade = ["ester", "soot", "WATER"], PeakLabels = 3 },
    };

    [Theory]
    [InlineData(SpectralVerdict.Pass, 0x00, 0x70, 0x4F)]
    [InlineData(SpectralVerdict.Warning, 0x9A, 0x5B, 0x00)]
    [InlineData(SpectralVerdict.Fail, 0xB3, 0x26, 0x1E)]
    public void The_badge_says_the_verdict_in_its_color(SpectralVerdict verdict, byte red, byte green, byte blue)
    {
        var figure = Figure(verdict);
        Assert.Contains(verdict.ToString(), Texts(figure));
        using var bitmap = SKBitmap.Decode(Figures.Render(figure, GraphFormat.Png, s_large));
        var color = new SKColor(red, green, blue);
        var badge = Places(bitmap, color).ToList();
        Assert.True(badge.Count > 300, $"{badge.Count} pixels of the badge");
        Assert.All(badge, place => Assert.True(place.X > 850 && place.Y < 45));
    }

    [Fact]
    public void The_values_of_the_limits_the_method_and_the_names_of_the_bands_are_on_the_graph()
    {
        string[] texts = [.. Texts(Figure(SpectralVerdict.Fail)).Select(OneSpace)];

        Assert.Contains(
            "Fail: ester = 14.2 A·cm⁻¹ (max 12) · Warning: soot = 0.310 (warn above 0.3) · "
            + "Correlation = 0.999 (min 0.98)",
            texts);
        Assert.Contains("Used engine oil, version 2 (01234567)", texts);
        Assert.Contains("ester", texts);
        Assert.Contains("water", texts);
        Assert.Contains(texts, text => text.StartsWith("r = 0.9987", StringComparison.Ordinal));
    }

    [Fact]
    public void Limits_that_do_not_fit_are_counted_and_none_is_cut()
    {
        var figure = Figure(SpectralVerdict.Fail);
        LimitOutcome[] many =
        [
            .. Enumerable.Range(1, 20).Select(i =>
                new LimitOutcome($"band{i}", i, "", new() { Name = $"band{i}", Max = 0.5 }, SpectralVerdict.Fail, 1)),
        ];

        var parts = Texts(figure with { Method = figure.Method! with { Limits = many } }).Select(OneSpace)
            .Single(text => text.Contains("band1 ", StringComparison.Ordinal)).Split(" · ");

        Assert.InRange(parts.Length, 3, 15);
        Assert.All(parts[..^1], part => Assert.Matches(@"^Fail: band\d+ = \d+\.\d+ \(max 0\.5\)$", part));
        Assert.Equal($"{many.Length - parts.Length + 1} more", parts[^1]);
    }

    [Fact]
    public void Shaded_bands_are_where_their_ranges_are()
    {
        using var bitmap = SKBitmap.Decode(Figures.Render(Figure(SpectralVerdict.Pass), GraphFormat.Png, s_large));
        using var plain = SKBitmap.Decode(Figures.Render(
            Figure(SpectralVerdict.Pass, s_method with { Graph = new MethodGraph() }), GraphFormat.Png, s_large));
        var shade = bitmap.GetPixel(Column(1735), 100);

        Assert.NotEqual(SKColors.White, shade);
        Assert.Equal(shade, bitmap.GetPixel(Column(3300), 100));
        Assert.Equal(SKColors.White, bitmap.GetPixel(Column(2620), 100));
        Assert.Equal(SKColors.White, bitmap.GetPixel(Column(1880), 100));
        Assert.Equal(SKColors.White, plain.GetPixel(Column(1735), 100));

        // the panel is from 62 to 700 of 720 points, and x falls from 4000 to 400
        static int Column(double x) => (int)Math.Round((62 + (638 * (4000 - x) / 3600)) * 100 / 72);
    }

    [Fact]
    public void The_highest_peaks_of_the_sample_are_labeled()
    {
        var figure = Figure(SpectralVerdict.None);
        figure = figure with
        {
            Comparison = figure.Comparison with
            {
                Peaks = [new(1740, 1741, 1, 0.5, 0.5), new(2925, 2925, 0, 0.8, 0.9), new(3400, 3400, 0, 0.2, 0.2)],
                UnmatchedPeaks =
                [
                    new(UnmatchedPeakKind.New, 1000, 0.6, 0.6, 10), new(UnmatchedPeakKind.Lost, 700, 5, 1, 10),
                ],
            },
        };
        string[] labels = [.. Texts(figure).Where(text => text.Length >= 3 && char.IsDigit(text[0]))];

        Assert.All((string[])["2925", "1000 new", "700 lost"], label => Assert.Contains(label, labels));
        Assert.DoesNotContain("1741", labels);
        Assert.DoesNotContain("3400", labels);
    }

    [Fact]
    public void The_graph_has_the_range_of_the_method()
    {
        var method = s_method with { Graph = new MethodGraph { XRange = new(1850, 650), YRange = new(-1, 3) } };
        var texts = Texts(Figure(SpectralVerdict.Pass, method));
        int[] ticks =
        [
            .. texts.Where(text => text.Length > 2 && text.All(char.IsDigit))
                .Select(text => int.Parse(text, CultureInfo.InvariantCulture)),
        ];

        Assert.NotEmpty(ticks);
        Assert.All(ticks, tick => Assert.InRange(tick, 650, 1850));
        Assert.Contains("−1", texts);
        var far = s_method with { Graph = new MethodGraph { XRange = new(10, 20) } };
        Assert.Contains("4000", Texts(Figure(SpectralVerdict.Pass, far)));
    }

    [Theory]
    [InlineData(GraphFormat.Png)]
    [InlineData(GraphFormat.Svg)]
    public void A_figure_without_a_method_is_the_same_whatever_was_drawn_before(GraphFormat format)
    {
        var plain = Figures.Render(Figures.Infrared(), format);
        using var renderer = new FigureRenderer(Figures.Small);
        Figures.Render(renderer, Figure(SpectralVerdict.Fail), format);
        Assert.Equal(plain, Figures.Render(renderer, Figures.Infrared(), format));
        var judged = Figures.Render(renderer, Figure(SpectralVerdict.Fail), format);
        Figures.Render(renderer, Figure(SpectralVerdict.Pass, s_method with { Graph = null }), format);
        Assert.Equal(judged, Figures.Render(renderer, Figure(SpectralVerdict.Fail), format));
    }

    [Fact]
    public void A_small_graph_with_long_names_is_drawn()
    {
        var method = s_method with
        {
            Name = new string('m', 200),
            Bands = [new() { Name = new string('b', 300), Measure = BandMeasure.Area, Range = new(1800, 1670) }],
            Graph = new MethodGraph { Shade = [new string('b', 300), "not there"], PeakLabels = 100 },
        };
        var options = new FigureOptions { Width = 2, Height = 1.5, Dpi = 72 };
        foreach (var format in Enum.GetValues<GraphFormat>())
            Figures.AssertIsGraph(Figures.Render(Figure(SpectralVerdict.Warning, method), format, options), format, options);
    }

    private static ComparisonFigure Figure(SpectralVerdict verdict, SpectralMethod? method = null) => Figures.Infrared() with
    {
        Method = new FigureMethod(
            method ?? s_method, verdict,
            [
                new("ester", 14.24, "Absorbance · cm⁻¹", new() { Name = "ester", Max = 12 }, SpectralVerdict.Fail, 2.24),
                new("soot", 0.31, "", new() { Name = "soot", WarnMax = 0.3 }, SpectralVerdict.Warning, 0.01),
                new("Correlation", 0.9987, "", new() { Name = "correlation", Min = 0.98 }, SpectralVerdict.Pass, -0.0187),
            ]),
    };

    private static string OneSpace(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries));

    private static string[] Texts(ComparisonFigure figure) => Figures.Texts(Figures.Render(figure, GraphFormat.Svg, s_large));

    private static IEnumerable<(int X, int Y)> Places(SKBitmap bitmap, SKColor color) =>
        from y in Enumerable.Range(0, bitmap.Height)
        from x in Enumerable.Range(0, bitmap.Width)
        where bitmap.GetPixel(x, y) == color
        select (x, y);
}
