using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

public sealed class SpectraFigureTests
{
    public static TheoryData<GraphArrangement, int> Arrangements => new()
    {
        { GraphArrangement.Overlay, 1 }, { GraphArrangement.Overlay, 3 }, { GraphArrangement.Overlay, 40 },
        { GraphArrangement.Stacked, 1 }, { GraphArrangement.Stacked, 3 }, { GraphArrangement.Stacked, 40 },
        { GraphArrangement.Offset, 1 }, { GraphArrangement.Offset, 3 }, { GraphArrangement.Offset, 40 },
    };

    [Theory]
    [InlineData(AxisUnit.Wavenumber, null, true)]
    [InlineData(AxisUnit.ElectronVolt, "Binding Energy (eV)", true)]
    [InlineData(AxisUnit.ElectronVolt, "B.E.", true)]
    [InlineData(AxisUnit.ElectronVolt, "Kinetic Energy", false)]
    [InlineData(AxisUnit.ElectronVolt, "Energy", false)]
    [InlineData(AxisUnit.RamanShift, null, false)]
    public void Wavenumbers_and_binding_energies_fall_from_left_to_right(AxisUnit unit, string? label, bool falls)
    {
        var spectrum = Spectrum.FromSource(
            [400, 500, 600], [1, 2, 3], new SpectrumDescription { Name = "a", Axis = new SpectralAxis(unit, label) });
        var svg = Render(Figure(GraphArrangement.Overlay, [spectrum]), GraphFormat.Svg);
        var texts = Figures.Texts(svg);

        // the labels are drawn from left to right
        Assert.Contains(new SpectralAxis(unit, label).Title, texts);
        Assert.Equal(falls, At("600") < At("400"));

        double At(string tick)
        {
            var text = XDocument.Parse(Encoding.UTF8.GetString(svg)).Descendants()
                .Single(e => e.Name.LocalName == "text" && e.Value.Trim() == tick);
            var place = text.AncestorsAndSelf().Select(e => e.Attribute("transform")?.Value).FirstOrDefault(t => t is not null);
            var numbers = Regex.Matches((place ?? "") + text.Attribute("x")!.Value, @"-?[0-9.]+")
                .Select(m => double.Parse(m.Value, CultureInfo.InvariantCulture)).ToArray();
            return place is null ? numbers[0]
                : numbers[0] + numbers[^text.Attribute("x")!.Value.Split(',', StringSplitOptions.RemoveEmptyEntries).Length];
        }
    }

    [Fact]
    public void Missing_rows_break_the_line_as_missing_values_do()
    {
        double[] x = [.. Enumerable.Range(0, 200).Select(i => 400.0 + i)], y = Array.ConvertAll(x, v => Math.Sin(v / 20));
        double[] missing = [.. y.Select((v, i) => i is > 80 and < 120 ? double.NaN : v)];
        int[] present = [.. Enumerable.Range(0, 200).Where(i => i is <= 80 or >= 120)];

        Assert.Equal(Lines(x, y) + 1, Lines(x, missing));
        Assert.Equal(Lines(x, missing), Lines(Array.ConvertAll(present, i => x[i]), Array.ConvertAll(present, i => y[i])));

        static int Lines(double[] x, double[] y) => Regex.Count(
            Encoding.UTF8.GetString(Render(
                Figure(GraphArrangement.Overlay, [Spectrum.FromSource([.. x], [.. y], new SpectrumDescription { Name = "a" })]),
                    GraphFormat.Svg)),
            "<path");
    }

    [Theory]
    [MemberData(nameof(Arrangements))]
    public void Every_arrangement_is_drawn_in_each_format(GraphArrangement arrangement, int count)
    {
        var figure = Figure(arrangement, [.. Enumerable.Range(0, count).Select(i => Line(i, $"line {i}"))]);
        foreach (var format in Enum.GetValues<GraphFormat>())
        {
            var bytes = Render(figure, format);
            Figures.AssertIsGraph(bytes, format);
            Assert.Equal(bytes, Render(figure, format));
        }
    }

    [Fact]
    public void Each_of_eight_spectra_is_seen_in_its_own_color()
    {
        var figure = Figure(GraphArrangement.Stacked, [.. Enumerable.Range(0, 8).Select(i => Line(i, $"line {i}"))]);
        using var bitmap = SKBitmap.Decode(Render(figure, GraphFormat.Png));
        var colors = bitmap.Pixels.Select(p => (uint)p & 0xFFFFFF).ToHashSet();
        Assert.All(FigureTheme.Default.Series, c => Assert.Contains((uint)c & 0xFFFFFF, colors));
    }

    [Fact]
    public void Names_are_in_the_legend_or_beside_their_lines_and_are_escaped()
    {
        Spectrum[] spectra = [Line(0, "<a> & \"b\""), Line(1, "second")];
        foreach (var arrangement in Enum.GetValues<GraphArrangement>())
        {
            var texts = Figures.Texts(Render(Figure(arrangement, spectra), GraphFormat.Svg));
            Assert.Contains("<a> & \"b\"", texts);
            Assert.Contains("second", texts);
            Assert.Contains("Wavenumber (cm⁻¹)", texts);
        }
    }

    [Fact]
    public void Offset_lines_do_not_cross()
    {
        Spectrum[] spectra = [.. Enumerable.Range(0, 5).Select(i => Line(i, "")).Reverse()];
        var step = SpectraOffset.Sufficient(spectra, AxisScale.Exact(400, 4000, 10));
        var shifted = SpectraOffset.Apply(spectra, step);
        for (var i = 1; i < shifted.Count; i++)
            Assert.All(shifted[i].Y.Zip(shifted[i - 1].Y), pair => Assert.True(pair.First > pair.Second));
    }

    [Fact]
    public void A_stated_offset_is_used_and_written()
    {
        var figure = Figure(GraphArrangement.Offset, [Line(0, "a"), Line(1, "b")]) with { Offset = 0.5 };
        Assert.Contains(
            Figures.Texts(Render(figure, GraphFormat.Svg)), t => t.Contains("each offset by 0.5", StringComparison.Ordinal));
    }

    [Fact]
    public void Spectra_are_brought_into_the_units_of_the_first_and_that_is_told()
    {
        var first = Line(0, "first");
        var x = first.X.Select(v => 1e7 / v).ToArray();
        var second = Spectrum.FromSource(x, first.Y, new SpectrumDescription
        {
            Name = "second",
            Axis = new SpectralAxis(AxisUnit.Nanometer),
            Ordinate = first.Ordinate,
        });
        var figure = Figure(GraphArrangement.Overlay, [first, second]);
        Assert.Equal(AxisUnit.Wavenumber, figure.Spectra[1].XUnit);
        Assert.Contains(
            "second: x: Wavelength (nm) → Wavenumber (cm⁻¹)", Assert.Single(figure.Warnings), StringComparison.Ordinal);
        var degrees = Spectrum.FromSource(
            [1, 2, 3], [1, 2, 3], new SpectrumDescription { Axis = new SpectralAxis(AxisUnit.DegreeTwoTheta) });
        var error = Assert.Throws<SpectralException>(() => Figure(GraphArrangement.Overlay, [first, degrees])).Error;
        Assert.Equal("AxisMismatch", error.Id);
    }

    [Fact]
    public void A_range_without_points_is_refused()
    {
        var graph = new SpectraGraph { Spectra = [Line(0, "a")], XRange = (9000, 8000) };
        Assert.Equal("NoPointsInRange", Assert.Throws<SpectralException>(() => SpectraFigure.Create(graph)).Error.Id);
        Assert.Equal(
            "NoSpectra", Assert.Throws<SpectralException>(() => SpectraFigure.Create(graph with { Spectra = [] })).Error.Id);
    }

    [Theory]
    [MemberData(nameof(FigureRendererTests.Odd), MemberType = typeof(FigureRendererTests))]
    public void Odd_spectra_are_drawn(string name, double[] x, double[] y)
    {
        var spectrum = Spectrum.FromSource([.. x], [.. y], new SpectrumDescription { Name = name });
        foreach (var arrangement in Enum.GetValues<GraphArrangement>())
            Figures.AssertIsGraph(Render(Figure(arrangement, [spectrum, spectrum]), GraphFormat.Png), GraphFormat.Png);
    }

    private static Spectrum Line(int number, string name)
    {
        var made = Figures.Spectrum(AxisUnit.Wavenumber, 721, x => Figures.Bands(x, 1 + (0.1 * number)));
        return Spectrum.FromSource(
            made.X, made.Y, new SpectrumDescription { Name = name, Axis = made.Axis, Ordinate = made.Ordinate });
    }

    private static SpectraFigure Figure(GraphArrangement arrangement, IReadOnlyList<Spectrum> spectra) =>
        SpectraFigure.Create(new SpectraGraph { Spectra = spectra, Arrangement = arrangement, Title = "made up" });

    private static byte[] Render(SpectraFigure figure, GraphFormat format)
    {
        using var renderer = new FigureRenderer(Figures.Small);
        return Figures.Write(format, (write, stream, token) => renderer.Render(figure, write, stream, token));
    }
}
