using System.Text;
using System.Xml.Linq;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Tests.Plotting;

public sealed class SpectraSceneTests
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
        var spectrum = Spectrum.FromSource([400, 500, 600], [1, 2, 3], new SpectrumDescription { Name = "a", Axis = new SpectralAxis(unit, label) });
        var texts = XDocument.Parse(Encoding.UTF8.GetString(Render(Figure(GraphArrangement.Overlay, [spectrum]), GraphFormat.Svg)))
            .Descendants().Where(e => e.Name.LocalName == "text").ToList();

        Assert.Equal(falls, At("600") < At("400"));
        Assert.Contains(new SpectralAxis(unit, label).Title, texts.Select(e => e.Value));

        double At(string tick) => double.Parse(texts.Single(e => e.Value == tick).Attribute("x")!.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Theory]
    [MemberData(nameof(Arrangements))]
    public void Every_arrangement_is_drawn_in_each_format(GraphArrangement arrangement, int count)
    {
        var figure = Figure(arrangement, [.. Enumerable.Range(0, count).Select(i => Line(i, $"line {i}"))]);
        foreach (var format in Enum.GetValues<GraphFormat>())
        {
            var bytes = Render(figure, format);
            GraphVerifier.Verify(bytes, format, Figures.Small);
            Assert.Equal(bytes, Render(figure, format));
        }
    }

    [Fact]
    public void Each_of_eight_spectra_is_seen_in_a_colour_of_its_own()
    {
        var figure = Figure(GraphArrangement.Stacked, [.. Enumerable.Range(0, 8).Select(i => Line(i, $"line {i}"))]);
        using var bitmap = SKBitmap.Decode(Render(figure, GraphFormat.Png));
        var colours = bitmap.Pixels.Select(p => (uint)p & 0xFFFFFF).ToHashSet();
        for (var ink = Ink.Series1; ink <= Ink.Series8; ink++)
            Assert.Contains(FigureStyle.Colour(ink), colours);
    }

    [Fact]
    public void Names_are_in_the_legend_or_beside_their_lines_and_are_escaped()
    {
        Spectrum[] spectra = [Line(0, "<a> & \"b\""), Line(1, "second")];
        foreach (var arrangement in Enum.GetValues<GraphArrangement>())
        {
            var svg = XDocument.Parse(Encoding.UTF8.GetString(Render(Figure(arrangement, spectra), GraphFormat.Svg)));
            var texts = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToArray();
            Assert.Contains("<a> & \"b\"", texts);
            Assert.Contains("second", texts);
            Assert.Contains("Wavenumber (cm⁻¹)", texts);
        }
    }

    [Fact]
    public void Shifted_lines_do_not_cross()
    {
        Spectrum[] spectra = [.. Enumerable.Range(0, 5).Select(i => Line(i, "")).Reverse()];
        var step = SpectraShift.Enough(spectra, AxisScale.Exact(400, 4000, 10));
        var shifted = SpectraShift.By(spectra, step);
        for (var i = 1; i < shifted.Count; i++)
            Assert.All(shifted[i].Y.Zip(shifted[i - 1].Y), pair => Assert.True(pair.First > pair.Second));
    }

    [Fact]
    public void A_stated_shift_is_kept_and_told()
    {
        var figure = Figure(GraphArrangement.Offset, [Line(0, "a"), Line(1, "b")]) with { Offset = 0.5 };
        Assert.Contains("each shifted by 0.5", Encoding.UTF8.GetString(Render(figure, GraphFormat.Svg)), StringComparison.Ordinal);
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
        Assert.Contains("second: x: Wavelength (nm) → Wavenumber (cm⁻¹)", Assert.Single(figure.Warnings), StringComparison.Ordinal);
        var degrees = Spectrum.FromSource([1, 2, 3], [1, 2, 3], new SpectrumDescription { Axis = new SpectralAxis(AxisUnit.DegreeTwoTheta) });
        var error = Assert.Throws<SpectralException>(() => Figure(GraphArrangement.Overlay, [first, degrees])).Error;
        Assert.Equal("AxisMismatch", error.Id);
    }

    [Fact]
    public void A_range_without_points_is_refused()
    {
        var graph = new SpectraGraph { Spectra = [Line(0, "a")], XRange = (9000, 8000) };
        Assert.Equal("NoPointsInRange", Assert.Throws<SpectralException>(() => SpectraFigure.Of(graph)).Error.Id);
        Assert.Equal("NoSpectra", Assert.Throws<SpectralException>(() => SpectraFigure.Of(graph with { Spectra = [] })).Error.Id);
    }

    [Theory]
    [MemberData(nameof(FigureRendererTests.Odd), MemberType = typeof(FigureRendererTests))]
    public void Odd_spectra_are_drawn(string name, double[] x, double[] y)
    {
        var spectrum = Spectrum.FromSource([.. x], [.. y], new SpectrumDescription { Name = name });
        foreach (var arrangement in Enum.GetValues<GraphArrangement>())
            GraphVerifier.Verify(Render(Figure(arrangement, [spectrum, spectrum]), GraphFormat.Png), GraphFormat.Png, Figures.Small);
    }

    private static Spectrum Line(int number, string name)
    {
        var made = Figures.Spectrum(AxisUnit.Wavenumber, 721, x => Figures.Bands(x, 1 + (0.1 * number)));
        return Spectrum.FromSource(made.X, made.Y, new SpectrumDescription { Name = name, Axis = made.Axis, Ordinate = made.Ordinate });
    }

    private static SpectraFigure Figure(GraphArrangement arrangement, IReadOnlyList<Spectrum> spectra) =>
        SpectraFigure.Of(new SpectraGraph { Spectra = spectra, Arrangement = arrangement, Title = "made up" });

    private static byte[] Render(SpectraFigure figure, GraphFormat format)
    {
        using var renderer = new FigureRenderer(Figures.Small, figure.Spectra[0]);
        using var stream = new MemoryStream();
        renderer.Render(figure, format, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
