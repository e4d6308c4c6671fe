using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

public sealed class FigureRendererTests
{
    private static readonly SKColor s_sample = new(0xD5, 0x5E, 0x00);
    private static readonly SKColor s_baseline = new(0x56, 0xB4, 0xE9);

    [Theory]
    [InlineData(10, 6, 300, 3000, 1800)]
    [InlineData(5, 3, 96, 480, 288)]
    [InlineData(3.3, 2.1, 157, 518, 330)]
    [InlineData(1, 1, 50, 50, 50)]
    public void Pixels_are_inches_times_dpi(double width, double height, int dpi, int pixelWidth, int pixelHeight)
    {
        var options = new FigureOptions { Width = width, Height = height, Dpi = dpi };
        foreach (var format in new[] { GraphFormat.Png, GraphFormat.Jpg })
        {
            using var bitmap = SKBitmap.Decode(Figures.Render(Figures.Infrared(), format, options));
            Assert.Equal((pixelWidth, pixelHeight), (bitmap.Width, bitmap.Height));
        }
    }

    [Fact]
    public void Png_and_jpg_state_their_resolution()
    {
        var png = Figures.Render(Figures.Infrared(), GraphFormat.Png);
        var at = png.AsSpan().IndexOf("pHYs"u8) + 4;
        Assert.Equal(3937, (png[at] << 24) | (png[at + 1] << 16) | (png[at + 2] << 8) | png[at + 3]);
        Assert.Equal(1, png[at + 8]);
        var jpg = Figures.Render(Figures.Infrared(), GraphFormat.Jpg);
        Assert.Equal("JFIF", Encoding.ASCII.GetString(jpg, 6, 4));
        Assert.Equal((1, 100, 100), (jpg[13], (jpg[14] << 8) | jpg[15], (jpg[16] << 8) | jpg[17]));
    }

    [Fact]
    public void Pdf_has_the_page_and_its_text_as_text()
    {
        var pdf = Encoding.Latin1.GetString(Figures.Render(Figures.Infrared(), GraphFormat.Pdf));
        Assert.Contains("/MediaBox [0 0 360 216]", pdf, StringComparison.Ordinal);
        // both weights are embedded, with the characters of their glyphs, so that text can be searched and copied
        Assert.Matches("/FontName /[A-Z]*\\+?Inter-Regular", pdf);
        Assert.Matches("/FontName /[A-Z]*\\+?Inter-SemiBold", pdf);
        Assert.Equal(2, Regex.Count(pdf, "/FontFile2"));
        Assert.Equal(2, Regex.Count(pdf, "/ToUnicode"));
        Assert.DoesNotContain("/CreationDate", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_has_the_size_and_names_that_are_escaped()
    {
        var svg = XDocument.Parse(Encoding.UTF8.GetString(
            Figures.Render(Figures.Infrared(title: "a<b> & \"c\" \u0001 试样"), GraphFormat.Svg)));
        Assert.Equal("5in", svg.Root!.Attribute("width")!.Value);
        Assert.Equal("0 0 360 216", svg.Root.Attribute("viewBox")!.Value);
        Assert.Equal("a<b> & \"c\"   试样", svg.Root.Elements().First(e => e.Name.LocalName == "title").Value);
        var texts = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim()).ToArray();
        // without a font for the other characters they are boxes in the same text
        Assert.Contains(texts, text => text.StartsWith("a<b> & \"c\"", StringComparison.Ordinal));
        // a viewer without Inter falls back to another sans-serif font, in the same weight
        Assert.All(
            svg.Descendants().Attributes("font-family").Where(a => a.Value.StartsWith("Inter", StringComparison.Ordinal)),
            a => Assert.EndsWith("sans-serif", a.Value, StringComparison.Ordinal));
        Assert.Contains(svg.Descendants(), e => e.Value.StartsWith("a<b>", StringComparison.Ordinal)
            && e.Attribute("font-weight")?.Value == "600");
        Assert.Contains("Wavenumber (cm⁻¹)", texts);
        Assert.Contains("Absorbance", texts);
        Assert.Contains(texts, t => t.Contains("r = 0.9987", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(AxisUnit.Wavenumber, true)]
    [InlineData(AxisUnit.RamanShift, false)]
    [InlineData(AxisUnit.Nanometer, false)]
    [InlineData(AxisUnit.ElectronVolt, false)]
    public void Only_wavenumbers_fall_from_left_to_right(AxisUnit unit, bool descending)
    {
        // the one band is at the lower end of x
        var baseline = Figures.Spectrum(unit, 500, _ => 0);
        var sample = Figures.Spectrum(unit, 500, x => Math.Exp(-Math.Pow((x - 800) / 50, 2)));
        using var bitmap = SKBitmap.Decode(Figures.Render(Figures.Create(baseline, sample), GraphFormat.Png));
        var top = Columns(bitmap, s_sample, 60, 100).ToArray();
        Assert.NotEmpty(top);
        Assert.All(top, x => Assert.Equal(descending, x > bitmap.Width / 2));
    }

    [Fact]
    public void One_point_among_a_million_is_seen()
    {
        var baseline = Figures.Spectrum(AxisUnit.Nanometer, 1_000_000, _ => 0.1, 200, 1000);
        var y = baseline.Y;
        y[654_321] = 1;
        var figure = Figures.Create(baseline, baseline.WithOrdinates(y, baseline.Ordinate));
        using var bitmap = SKBitmap.Decode(Figures.Render(figure, GraphFormat.Png, Figures.Small with { Dpi = 300 }));
        var tip = Columns(bitmap, s_sample, 135, 210).ToArray();
        Assert.InRange(tip.Length, 2, 6);
    }

    [Theory]
    [InlineData(GraphFormat.Png)]
    [InlineData(GraphFormat.Jpg)]
    [InlineData(GraphFormat.Pdf)]
    [InlineData(GraphFormat.Svg)]
    public async Task The_bytes_do_not_depend_on_threads_or_culture(GraphFormat format)
    {
        var figures = Enumerable.Range(0, 12).Select(i => Figures.Infrared(0.7 + (0.05 * i), $"sample {i}")).ToArray();
        var alone = figures.Select(f => Figures.Render(f, format)).ToArray();
        using var renderer = new FigureRenderer(Figures.Small);
        var together = new byte[figures.Length * 3][];
        await Parallel.ForAsync(0, together.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, (i, _) =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(i % 2 == 0 ? "de-DE" : "ar-SA");
            together[i] = Figures.Render(renderer, figures[i % figures.Length], format);
            return ValueTask.CompletedTask;
        });
        for (var i = 0; i < together.Length; i++)
            Assert.True(alone[i % alone.Length].AsSpan().SequenceEqual(together[i]), $"figure {i} differs");
    }

    [Fact]
    public void Both_lines_are_seen_where_the_spectra_are_the_same()
    {
        using var bitmap = SKBitmap.Decode(
            Figures.Render(Figures.Infrared(1), GraphFormat.Png, Figures.Small with { Dpi = 200 }));
        var colors = bitmap.Pixels.Distinct().ToHashSet();
        Assert.Contains(s_sample, colors);
        Assert.Contains(s_baseline, colors);
    }

    public static TheoryData<string, double[], double[]> Odd => new()
    {
        { "one point", [500], [1] },
        { "two points", [1, 2], [5, 5] },
        { "no number", [1, 2, 3], [double.NaN, double.NaN, double.NaN] },
        { "gaps", [1, 2, 3, 4, 5], [1, double.NaN, 3, double.PositiveInfinity, 2] },
        { "huge", [1, 2, 3], [-1e300, 0, 1e300] },
        { "tiny", [1, 2, 3], [1e-300, 2e-300, 0] },
        { "flat", [1, 2, 3], [0, 0, 0] },
        { "far from zero", [1e9, 1e9 + 1, 1e9 + 2], [1e12, 1e12 + 1, 1e12] },
        { "same x", [1, 1, 1], [1, 2, 3] },
    };

    [Theory]
    [MemberData(nameof(Odd))]
    public void Odd_spectra_are_drawn_in_each_format(string name, double[] x, double[] y)
    {
        var spectrum = Spectrum.FromSource([.. x], [.. y]);
        var figure = Figures.Create(spectrum, spectrum, name);
        foreach (var format in Enum.GetValues<GraphFormat>())
            Figures.AssertIsGraph(Figures.Render(figure, format), format);
    }

    [Fact]
    public void Without_a_difference_there_is_one_panel()
    {
        var figure = Figures.Infrared();
        figure = figure with { Comparison = figure.Comparison with { Difference = null } };
        var svg = Encoding.UTF8.GetString(Figures.Render(figure, GraphFormat.Svg));
        Assert.DoesNotContain("Difference", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_drawn_and_what_no_font_has_is_reported_once()
    {
        var figure = Figures.Infrared(title: "\U0010FFFD and \U0010FFFC");
        using var renderer = new FigureRenderer(Figures.Small);
        Figures.Render(renderer, figure, GraphFormat.Png);
        Figures.Render(renderer, figure, GraphFormat.Svg);
        var warning = Assert.Single(renderer.FontWarnings);
        Assert.Contains("U+10FFFD", warning, StringComparison.Ordinal);
        Assert.Contains("Install", warning, StringComparison.Ordinal);
        using var plain = new FigureRenderer(Figures.Small);
        Figures.Render(plain, Figures.Infrared(title: "Δθ α-Fe₂O₃ µm cm⁻¹ кремний"), GraphFormat.Png);
        Assert.Empty(plain.FontWarnings);
    }

    [Theory]
    [InlineData(0.5, 6, 300)]
    [InlineData(10, 6, 0)]
    [InlineData(200, 200, 10_000)]
    [InlineData(double.NaN, 6, 300)]
    public void A_size_that_cannot_be_drawn_is_refused(double width, double height, int dpi)
    {
        var options = new FigureOptions { Width = width, Height = height, Dpi = dpi };
        var error = Assert.Throws<SpectralException>(() => new FigureRenderer(options)).Error;
        Assert.Equal(("FigureSize", SpectralErrorCategory.InvalidArgument), (error.Id, error.Category));
    }

    [Theory]
    [InlineData(1.0, "Absorbance")]
    [InlineData(1e-7, "Absorbance (10⁻⁹)")]
    public void A_power_of_ten_is_part_of_the_unit(double scale, string title)
    {
        var baseline = Figures.Spectrum(AxisUnit.Wavenumber, 100, x => scale * Figures.Bands(x));
        Assert.Contains(title, Figures.Texts(Figures.Render(Figures.Create(baseline, baseline), GraphFormat.Svg)));
    }

    [Theory]
    [InlineData(-26, 27)]
    [InlineData(-35, 35)]
    [InlineData(0, 31)]
    [InlineData(-2.6e7, 3.1e7)]
    public void Ticks_are_inside_their_panel(double low, double high)
    {
        for (var room = 2.0; room < 12; room += 0.5)
        {
            var scale = AxisScale.Around(low, high, room);
            Assert.All(scale.Ticks, t => Assert.InRange(t, scale.Min, scale.Max));
        }
    }

    private static IEnumerable<int> Columns(SKBitmap bitmap, SKColor color, int top, int bottom) =>
        from x in Enumerable.Range(0, bitmap.Width)
        where Enumerable.Range(top, bottom - top).Any(y => Near(bitmap.GetPixel(x, y), color))
        select x;

    private static bool Near(SKColor a, SKColor b) =>
        Math.Abs(a.Red - b.Red) + Math.Abs(a.Green - b.Green) + Math.Abs(a.Blue - b.Blue) < 90;
}
