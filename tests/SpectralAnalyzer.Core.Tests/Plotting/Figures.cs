using SpectralAnalyzer.Core.Plotting;

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

    public static ComparisonFigure Of(Spectrum baseline, Spectrum sample, string title = "sample vs baseline") => new(
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

    public static ComparisonFigure Infrared(double scale = 1.2, string title = "sample vs baseline") => Of(
        Spectrum(AxisUnit.Wavenumber, 1801, x => Bands(x)), Spectrum(AxisUnit.Wavenumber, 1801, x => Bands(x, scale)), title);

    public static byte[] Render(ComparisonFigure figure, GraphFormat format, FigureOptions? options = null)
    {
        using var renderer = new FigureRenderer(options ?? Small, figure.Baseline);
        return Render(renderer, figure, format);
    }

    public static byte[] Render(FigureRenderer renderer, ComparisonFigure figure, GraphFormat format)
    {
        using var stream = new MemoryStream();
        renderer.Render(figure, format, stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }

    private static double Band(double x, double centre, double width) => Math.Exp(-Math.Pow((x - centre) / width, 2));
}
