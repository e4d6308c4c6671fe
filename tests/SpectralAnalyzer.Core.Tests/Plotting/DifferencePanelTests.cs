using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

/// <summary>The geometry of the difference panel, by the places of the texts in an SVG.</summary>
public sealed class DifferencePanelTests
{
    private static readonly FigureOptions s_large = new() { Width = 10, Height = 6 };

    [Fact]
    public void Every_label_of_the_difference_is_beside_its_own_panel()
    {
        for (var size = 20; size < 100; size += 3)
        {
            foreach (var power in (int[])[-6, 0, 7])
            {
                var scale = size * Math.Pow(10, power);
                var figure = Figure(x => scale * Figures.Bands(x), x => -scale * Figures.Bands(x));
                var labels = Placed.Read(Figures.Render(figure, GraphFormat.Svg, s_large))
                    .Where(t => t.X < 62 && t.Y < 378 && t.IsNumber).ToArray();
                // labels of two panels: y of text falls in each, and values rise upwards
                var main = labels.TakeWhile((t, i) => i == 0 || t.Y < labels[i - 1].Y).ToArray();
                var lower = labels[main.Length..];
                Assert.True(lower.Length is >= 2 and <= 8, $"{scale}: {lower.Length} labels");
                // the panel is from 299 to 370 of 432 points, its labels are centered on their lines
                Assert.All(lower, t => Assert.InRange(t.Y, 299 - 4, 370 + 5));
                Assert.All(main, t => Assert.InRange(t.Y, 54 - 4, 284 + 5));
            }
        }
    }

    [Fact]
    public void Small_noise_stays_small_and_a_large_difference_fills_the_panel()
    {
        var noise = Scale(1, 0.005, null);
        Assert.InRange(noise.Max - noise.Min, 0.1, 0.2);
        var same = Scale(1, 0, null);
        Assert.Equal((noise.Min, noise.Max), (same.Min, same.Max));
        var large = Scale(1, 0.5, null);
        Assert.InRange(large.Max, 0.5, 0.65);
        var tiny = Scale(1e-300, 0, null);
        Assert.True(tiny.Max > tiny.Min);

        static AxisScale Scale(double height, double difference, double? stated) =>
            DifferenceScale.Create(-difference, difference, AxisScale.Around(0, height, 12), stated, 6);
    }

    [Fact]
    public void A_stated_scale_is_that_of_every_graph_and_what_goes_beyond_it_is_said()
    {
        var options = s_large with { DifferenceScale = 0.05 };
        string[] small = Texts(1.01, options), large = Texts(1.5, options);

        Assert.Contains("−0.05", small);
        Assert.Contains("0.05", large);
        Assert.DoesNotContain(small, text => text.StartsWith("beyond", StringComparison.Ordinal));
        Assert.Equal("beyond the panel: to 0.399", Assert.Single(large, t => t.Contains("panel", StringComparison.Ordinal)));
        Assert.Equal(Texts(1.5, s_large), Texts(1.5, s_large with { DifferenceScale = 0 }));

        static string[] Texts(double scale, FigureOptions options) =>
            Figures.Texts(Figures.Render(Figures.Infrared(scale), GraphFormat.Svg, options));
    }

    [Theory]
    [InlineData(OrdinateKind.Absorbance, "sample − baseline, Absorbance")]
    [InlineData(OrdinateKind.PercentTransmittance, "sample − baseline, Transmittance (%)")]
    [InlineData(OrdinateKind.Unknown, "sample − baseline")]
    public void The_panel_says_its_sign_and_its_unit(OrdinateKind kind, string expected)
    {
        var figure = Figure(x => Figures.Bands(x), x => Figures.Bands(x, 1.1), kind);
        Assert.Contains(expected, Figures.Texts(Figures.Render(figure, GraphFormat.Svg, s_large)));
    }

    [Fact]
    public void The_scale_of_a_command_takes_precedence_over_that_of_the_method()
    {
        var graph = new MethodGraph { DifferenceScale = 0.2 };
        Assert.Equal(0.2, GraphSettings.Resolve(s_large, graph).DifferenceScale);
        Assert.Equal(0.1, GraphSettings.Resolve(s_large with { DifferenceScale = 0.1 }, graph).DifferenceScale);
        Assert.Equal(0, GraphSettings.Resolve(s_large with { DifferenceScale = 0 }, graph).DifferenceScale);
        Assert.Null(GraphSettings.Resolve(s_large, null).DifferenceScale);
    }

    private static ComparisonFigure Figure(
        Func<double, double> baseline, Func<double, double> sample, OrdinateKind kind = OrdinateKind.Absorbance)
    {
        return Figures.Create(Of(baseline), Of(sample));

        Spectrum Of(Func<double, double> y)
        {
            var spectrum = Figures.Spectrum(AxisUnit.Wavenumber, 400, y);
            return spectrum.WithOrdinates(spectrum.Y, new SpectralOrdinate(kind));
        }
    }
}
