using System.Text;
using System.Xml.Linq;
using SkiaSharp;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Tests.Plotting;

/// <summary>Made-up figures.</summary>
internal static class Figures
{
    public static FigureOptions Small { get; } = new() { Width = 5, Height = 3, Dpi = 100 };

    public static Spectrum Spectrum(AxisUnit unit, int count, Func<double, double> y, double from = 400, double to = 4000)
    {
        var x = Enumerable.Range(0, count).Select(i => from + ((to - from) * i / (count - 1))).ToArray();
        return SpectralAnalyzer.Spectrum.FromSource(
            x,
            Array.ConvertAll(x, v => y(v)),
            new SpectrumDescription { Axis = new SpectralAxis(unit), Ordinate = new SpectralOrdinate(OrdinateKind.Absorbance) });
    }

    public static double Bands(double x, double scale = 1) =>
        0.03 + (scale * ((0.8 * Band(x, 2925, 22)) + (0.5 * Band(x, 1740, 16)) + (0.25 * Band(x, 3400, 120))));

    public static ComparisonFigure Create(Spectrum baseline, Spectrum sample, string title = "sample vs baseline") => new(
        baseline,
        sample,
        new SpectralComparison
        {
            Correlation = 0.998712,
            Rmse = 0.0123,
            MaxAbsoluteDifference = 0.1,
            MaxDifferencePosition = 2925,
            Coverage = 1,
            OverlapMin = baseline.XMin,
            OverlapMax = baseline.XMax,
            Difference = baseline.Count == sample.Count
                ? baseline.WithOrdinates(sample.Y.Zip(baseline.Y, (s, b) => s - b).ToArray(), baseline.Ordinate)
                : null,
        },
        title,
        "baseline",
        "sample");

    public static ComparisonFigure Infrared(double scale = 1.2, string title = "sample vs baseline") => Create(
        Spectrum(AxisUnit.Wavenumber, 1801, x => Bands(x)), Spectrum(AxisUnit.Wavenumber, 1801, x => Bands(x, scale)), title);

    /// <summary>
    /// Asserts that a file is whole and has the size that was asked for, with readers that are not the module's own.
    /// </summary>
    public static void AssertIsGraph(byte[] bytes, GraphFormat format, FigureOptions? options = null)
    {
        options ??= Small;
        switch (format)
        {
            case GraphFormat.Png or GraphFormat.Jpg:
                using (var codec = SKCodec.Create(new MemoryStream(bytes)))
                using (var bitmap = new SKBitmap(codec.Info))
                {
                    Assert.Equal(SKCodecResult.Success, codec.GetPixels(bitmap.Info, bitmap.GetPixels()));
                    Assert.Equal((options.PixelWidth, options.PixelHeight), (bitmap.Width, bitmap.Height));
                }

                break;
            case GraphFormat.Pdf:
                var pdf = Encoding.Latin1.GetString(bytes);
                Assert.StartsWith("%PDF-", pdf, StringComparison.Ordinal);
                Assert.EndsWith("%%EOF", pdf.TrimEnd(), StringComparison.Ordinal);
                Assert.Contains(FormattableString.Invariant($"/MediaBox [0 0 {options.Width * 72} {options.Height * 72}]"), pdf,
                    StringComparison.Ordinal);
                break;
            default:
                var root = XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!;
                Assert.Equal(FormattableString.Invariant($"{options.Width}in"), root.Attribute("width")!.Value);
                break;
        }
    }

    /// <summary>Returns the texts of an SVG, line by line.</summary>
    public static string[] Texts(byte[] svg) => [.. XDocument.Parse(Encoding.UTF8.GetString(svg))
        .Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim())];

    public static byte[] Render(ComparisonFigure figure, GraphFormat format, FigureOptions? options = null)
    {
        using var renderer = new FigureRenderer(GraphSettings.Resolve(options ?? Small, figure.Method?.Method.Graph));
        return Render(renderer, figure, format);
    }

    public static byte[] Render(FigureRenderer renderer, ComparisonFigure figure, GraphFormat format)
    {
        return Write(format, (write, stream, token) => renderer.Render(figure, write, stream, token));
    }

    public static byte[] Write(GraphFormat format, Action<FigureWriter, Stream, CancellationToken> render)
    {
        using var stream = new MemoryStream();
        OutputFormats.Get<GraphContent>(format).Write(new GraphContent(render), stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static double Band(double x, double center, double width) => Math.Exp(-Math.Pow((x - center) / width, 2));
}
