using System.Collections;
using System.Text;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

/// <summary>Styles: what they are made from, and what they change in a graph.</summary>
public sealed class GraphStyleTests
{
    private static readonly FigureOptions s_large = new() { Width = 10, Height = 6, Dpi = 72 };

    private static ISpectralMethods Methods => new SpectralEngine().Methods;

    public static TheoryData<string> Names => [.. GraphStyle.All.Select(style => style.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Letters_and_lines_of_a_named_style_stand_out_from_its_paper(string name)
    {
        var style = Find(name);
        // WCAG 2.1: 4.5 for text; lines of the default style have at least 1.9 (light blue on white)
        Assert.All((string[])[style.Text, style.Muted], color => Assert.InRange(Contrast(color, style.Paper), 4.5, 21));
        Assert.All(
            (string[])[style.Baseline, style.Sample, style.Difference, .. style.Series],
            color => Assert.InRange(Contrast(color, style.Paper), 1.7, 21));
        Assert.Equal(style.Series.Count, style.Series.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_png_has_the_colors_of_its_style(string name)
    {
        var style = Find(name);
        var bytes = Figures.Render(Figures.Infrared(1.4), GraphFormat.Png, s_large with { Dpi = 200, Style = style });
        using var bitmap = SKBitmap.Decode(bytes);
        var colors = bitmap.Pixels.Select(p => $"#{(uint)p & 0xFFFFFF:X6}").ToHashSet();
        Assert.Equal(style.Paper, $"#{(uint)bitmap.GetPixel(2, 2) & 0xFFFFFF:X6}");
        Assert.All((string[])[style.Baseline, style.Sample, style.Difference], color => Assert.Contains(color, colors));
        var theme = FigureTheme.Create(style);
        Assert.All(
            (int[])[theme.Comparison.Colors.Count, theme.Judged(SpectralVerdict.Fail).Colors.Count,
                theme.Several(3).Colors.Count, theme.Several(40).Colors.Count],
            count => Assert.InRange(count, 20, 256));
    }

    [Fact]
    public void The_default_style_is_that_of_a_graph_without_one()
    {
        var plain = Figures.Render(Figures.Infrared(), GraphFormat.Png, s_large);
        Assert.Equal(plain, Figures.Render(Figures.Infrared(), GraphFormat.Png, s_large with { Style = GraphStyle.Default }));
        Assert.NotEqual(plain, Figures.Render(Figures.Infrared(), GraphFormat.Png, s_large with { Style = GraphStyle.Dark }));
    }

    [Fact]
    public void A_footer_is_below_everything_else()
    {
        var style = GraphStyle.Default with { Name = "Lab", Footer = "Laboratory North · accredited" };
        var placed = Placed.Read(Figures.Render(Figures.Infrared(), GraphFormat.Svg, s_large with { Style = style }));
        var footer = placed.Single(t => t.Text == style.Footer);
        Assert.InRange(footer.Y, placed.Where(t => t != footer).Max(t => t.Y) + 5, 432);
    }

    [Theory]
    [InlineData(GraphFormat.Png)]
    [InlineData(GraphFormat.Jpg)]
    [InlineData(GraphFormat.Pdf)]
    [InlineData(GraphFormat.Svg)]
    public void A_logo_is_drawn_in_each_format_in_its_own_colors(GraphFormat format)
    {
        using var folder = new TempFolder();
        var style = GraphStyle.Dark with { Name = "Lab", Logo = WriteLogo(folder) };
        var bytes = Figures.Render(Figures.Infrared(), format, s_large with { Style = style });
        Figures.AssertIsGraph(bytes, format, s_large);
        Assert.Equal(bytes, Figures.Render(Figures.Infrared(), format, s_large with { Style = style }));
        if (format == GraphFormat.Svg)
            Assert.Contains("<image", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        if (format != GraphFormat.Png)
            return;
        Assert.True(bytes.AsSpan().IndexOf("pHYs"u8) is > 0 and < 60);
        using var bitmap = SKBitmap.Decode(bytes);
        var logo = from x in Enumerable.Range(0, bitmap.Width)
                   from y in Enumerable.Range(0, bitmap.Height)
                   where bitmap.GetPixel(x, y) == new SKColor(0xFF, 0x00, 0xFF)
                   select (x, y);
        Assert.True(logo.Count() > 200);
        Assert.All(logo, at => Assert.True(at.x > 500 && at.y > 400, $"{at}"));
    }

    [Fact]
    public void A_logo_that_is_no_picture_is_refused()
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "logo.png");
        File.WriteAllText(path, "no picture");
        foreach (var logo in (string[])[path, path + ".not-there"])
        {
            var options = s_large with { Style = GraphStyle.Dark with { Logo = logo } };
            var error = Assert.Throws<SpectralException>(() => new FigureRenderer(options)).Error;
            Assert.Equal(SpectralErrorIds.InvalidStyle, error.Id);
        }
    }

    [Fact]
    public void Larger_letters_have_larger_margins()
    {
        var style = GraphStyle.Default with { Name = "Large", FontSize = 1.5, LineWidth = 2 };
        var plain = Placed.Read(Figures.Render(Figures.Infrared(), GraphFormat.Svg, s_large));
        var large = Placed.Read(Figures.Render(Figures.Infrared(), GraphFormat.Svg, s_large with { Style = style }));
        Assert.Equal(1.5 * plain.Single(t => t.Text == "sample").Y, large.Single(t => t.Text == "sample").Y, 0.1);
        Assert.DoesNotContain(large, t => t.Text.Contains('…', StringComparison.Ordinal));
        for (var height = 3.0; height < 6; height += 0.25)
        {
            var texts = Figures.Texts(Figures.Render(
                Figures.Infrared(), GraphFormat.Svg, s_large with { Width = 6, Height = height, Style = style }));
            Assert.DoesNotContain(texts, t => t.StartsWith("Diff", StringComparison.Ordinal) && t != "Difference");
        }

        Assert.All(large, t => Assert.InRange(t.X, 0, 720));
        Assert.All(large, t => Assert.InRange(t.Y, 0, 432));
    }

    [Fact]
    public void A_style_is_made_from_its_name_a_table_or_a_file()
    {
        using var folder = new TempFolder();
        WriteLogo(folder);
        File.WriteAllText(
            Path.Combine(folder.Path, "lab.style.yaml"),
            "base: dark\nsample: \"#ff0000\"\nseries: [\"#111111\", \"#222222\"]\nlineWidth: 1.5\nfooter: Laboratory North\n"
            + "logo: logo.png\n");
        File.WriteAllText(Path.Combine(folder.Path, "lab.json"), """{ "baseline": "#00FF00", "fontSize": 1.2 }""");

        Assert.Same(GraphStyle.Monochrome, Methods.CreateStyle("monochrome", folder.Path));
        var yaml = Methods.CreateStyle("lab.style.yaml", folder.Path);
        Assert.Equal(("#FF0000", GraphStyle.Dark.Paper, 1.5), (yaml.Sample, yaml.Paper, yaml.LineWidth));
        Assert.Equal(["#111111", "#222222"], yaml.Series);
        Assert.Equal(("Laboratory North", Path.Combine(folder.Path, "logo.png")), (yaml.Footer, yaml.Logo));
        var json = Methods.CreateStyle("lab.json", folder.Path);
        Assert.Equal(("#00FF00", 1.2, GraphStyle.Default.Sample), (json.Baseline, json.FontSize, json.Sample));
        var table = Methods.CreateStyle(new Hashtable { ["base"] = "Dark", ["difference"] = "#ABCDEF" }, folder.Path);
        Assert.Equal(("#ABCDEF", GraphStyle.Dark.Paper), (table.Difference, table.Paper));
    }

    [Theory]
    [InlineData("darc", "Did you mean 'dark'?")]
    [InlineData("bad.yaml", "line 2, column 1: There is no key 'colour'")]
    public void A_style_that_is_wrong_is_refused(string name, string expected)
    {
        using var folder = new TempFolder();
        File.WriteAllText(Path.Combine(folder.Path, "bad.yaml"), "base: dark\ncolour: \"#FF0000\"\n");
        var error = Assert.Throws<SpectralException>(() => Methods.CreateStyle(name, folder.Path)).Error;
        Assert.Equal(SpectralErrorIds.InvalidStyle, error.Id);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        var red = Assert.Throws<SpectralException>(
            () => Methods.CreateStyle(new Hashtable { ["sample"] = "red" }, folder.Path)).Error;
        Assert.Contains("sample: 'red' is not allowed here. Allowed: a color", red.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_method_states_a_style_and_comes_back_as_it_was()
    {
        var methods = Methods;
        var graph = new Hashtable
        {
            ["style"] = new Hashtable { ["base"] = "dark", ["sample"] = "#FF0000", ["footer"] = "North" },
        };
        var method = methods.Create(new Hashtable { ["name"] = "A", ["graph"] = graph }, "");
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "a.method.yaml");
        File.WriteAllText(path, methods.Write(method));
        var again = methods.Read(path).Graph!.Style!;
        Assert.Equal(("#FF0000", "North", GraphStyle.Dark.Paper), (again.Sample, again.Footer, again.Paper));
        Assert.Equal(GraphStyle.Dark.Ramp, again.Ramp);
        File.WriteAllText(path, "name: A\ngraph: { style: monochrome }\n");
        Assert.Same(GraphStyle.Monochrome, methods.Read(path).Graph!.Style);
    }

    private static GraphStyle Find(string name) => GraphStyle.All.Single(style => style.Name == name);

    private static string WriteLogo(TempFolder folder)
    {
        using var bitmap = new SKBitmap(60, 20);
        bitmap.Erase(new SKColor(0xFF, 0x00, 0xFF));
        var path = Path.Combine(folder.Path, "logo.png");
        using var stream = File.Create(path);
        bitmap.Encode(stream, SKEncodedImageFormat.Png, 100);
        return path;
    }

    // WCAG 2.1, contrast ratio
    private static double Contrast(string a, string b)
    {
        double one = Luminance(a), other = Luminance(b);
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

        static double Luminance(string color)
        {
            var parsed = SKColor.Parse(color);
            return (0.2126 * Linear(parsed.Red)) + (0.7152 * Linear(parsed.Green)) + (0.0722 * Linear(parsed.Blue));
        }

        static double Linear(byte channel) =>
            channel / 255d is var c && c <= 0.03928 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
