using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>
/// The colors of a PNG: those of the figure, and their mixtures at the edges of lines and letters, at most 256. Another color is
/// replaced by the nearest one. Which one that is depends on the color alone.
/// </summary>
internal sealed class PngPalette
{
    private readonly List<SKColor> _colors = [];

    private PngPalette(FigureColors figure, params ReadOnlySpan<SKColor> lines)
    {
        Add(figure.Paper);
        AddMixtures(figure.Paper, figure.Text, 22);
        AddMixtures(figure.Paper, figure.Muted, 20);
        foreach (var color in (ReadOnlySpan<SKColor>)[figure.Grid, figure.Frame, .. lines])
            Add(color);
    }

    internal IReadOnlyList<SKColor> Colors => _colors;

    /// <summary>Returns the entry that is nearest to a color.</summary>
    internal byte Find(SKColor color)
    {
        int best = 0, least = int.MaxValue;
        for (var i = 0; i < _colors.Count; i++)
        {
            int red = _colors[i].Red - color.Red, green = _colors[i].Green - color.Green, blue = _colors[i].Blue - color.Blue;
            var distance = (3 * red * red) + (6 * green * green) + (blue * blue);
            if (distance < least)
                (best, least) = (i, distance);
        }

        return (byte)best;
    }

    /// <summary>Creates the palette of comparisons.</summary>
    internal static PngPalette CreateComparison(FigureColors figure)
    {
        var palette = new PngPalette(figure, figure.Zero, figure.Baseline, figure.Sample, figure.Difference);
        foreach (var line in (SKColor[])[figure.Baseline, figure.Sample, figure.Difference])
        {
            palette.AddMixtures(figure.Paper, line, 28);
            palette.AddMixtures(figure.Grid, line, 9);
        }

        palette.AddMixtures(figure.Baseline, figure.Sample, 28);
        palette.AddMixtures(figure.Zero, figure.Difference, 14);
        for (var i = 1; i < 6; i++)
            palette.AddMixtures(FigureStyle.Mix(figure.Paper, figure.Baseline, i / 6d), figure.Sample, 6);
        return palette;
    }

    /// <summary>Creates the palette of comparisons with a method.</summary>
    /// <param name="figure">The colors of the figure.</param>
    /// <param name="badge">The color of the badge.</param>
    internal static PngPalette CreateJudged(FigureColors figure, SKColor badge)
    {
        // fewer steps of the mixtures leave room for the badge and what lies on a shaded band
        SKColor shade = OnShade(figure, figure.Paper), shadedGrid = OnShade(figure, figure.Grid);
        var palette = new PngPalette(
            figure, figure.Zero, figure.Baseline, figure.Sample, figure.Difference, shade, shadedGrid);
        foreach (var line in (SKColor[])[figure.Baseline, figure.Sample, figure.Difference])
        {
            palette.AddMixtures(figure.Paper, line, 16);
            palette.AddMixtures(figure.Grid, line, 4);
            palette.AddMixtures(shade, line, 9);
        }

        palette.AddMixtures(figure.Baseline, figure.Sample, 18);
        palette.AddMixtures(figure.Zero, figure.Difference, 10);
        palette.AddMixtures(shade, figure.Text, 8);
        palette.AddMixtures(figure.Paper, badge, 16);
        for (var i = 1; i < 6; i++)
            palette.AddMixtures(FigureStyle.Mix(figure.Paper, figure.Baseline, i / 6d), figure.Sample, 5);
        return palette;
    }

    private static SKColor OnShade(FigureColors figure, SKColor under) =>
        FigureStyle.Mix(under, FigureStyle.Shade.WithAlpha(255), FigureStyle.Shade.Alpha / 255d);

    /// <summary>Creates the palette of several spectra.</summary>
    internal static PngPalette CreateSeries(FigureColors figure, SKColor[] lines, int steps)
    {
        var palette = new PngPalette(figure, lines);
        foreach (var line in lines)
        {
            palette.AddMixtures(figure.Paper, line, steps);
            palette.AddMixtures(figure.Grid, line, 4);
        }

        return palette;
    }

    private void AddMixtures(SKColor under, SKColor over, int steps)
    {
        for (var i = 1; i <= steps; i++)
            Add(FigureStyle.Mix(under, over, i / (double)steps));
    }

    private void Add(SKColor color)
    {
        if (!_colors.Contains(color))
            _colors.Add(color);
        if (_colors.Count > 256)
            throw new InvalidOperationException("The palette has more than 256 colors.");
    }
}
