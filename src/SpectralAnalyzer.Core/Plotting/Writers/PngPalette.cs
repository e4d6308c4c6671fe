using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>
/// The colors of a PNG: those of the figure, and their mixtures at the edges of lines and letters, at most 256. Another color is
/// replaced by the nearest one. Which one that is depends on the color alone.
/// </summary>
internal sealed class PngPalette
{
    private static readonly Dictionary<SpectralVerdict, PngPalette> s_judged =
        Enum.GetValues<SpectralVerdict>().ToDictionary(verdict => verdict, verdict => CreateJudged(FigureStyle.Badge(verdict)));

    private readonly List<SKColor> _colors = [];

    private PngPalette(params ReadOnlySpan<SKColor> lines)
    {
        Add(FigureStyle.Paper);
        AddMixtures(FigureStyle.Paper, FigureStyle.Text, 22);
        AddMixtures(FigureStyle.Paper, FigureStyle.Muted, 20);
        foreach (var color in (ReadOnlySpan<SKColor>)[FigureStyle.Grid, FigureStyle.Frame, .. lines])
            Add(color);
    }

    /// <summary>Gets the palette of comparisons.</summary>
    internal static PngPalette Comparison { get; } = CreateComparison();

    /// <summary>Gets the palette of comparisons with a method, one for each color of the badge.</summary>
    internal static PngPalette Judged(SpectralVerdict verdict) => s_judged[verdict];

    /// <summary>Gets the palette of up to eight spectra.</summary>
    internal static PngPalette Series { get; } = CreateSeries(FigureStyle.Series, 13);

    /// <summary>Gets the palette of more spectra.</summary>
    internal static PngPalette Ramp { get; } = CreateSeries(FigureStyle.Ramp, 8);

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

    private static PngPalette CreateComparison()
    {
        var palette = new PngPalette(FigureStyle.Zero, FigureStyle.Baseline, FigureStyle.Sample, FigureStyle.Difference);
        foreach (var line in (SKColor[])[FigureStyle.Baseline, FigureStyle.Sample, FigureStyle.Difference])
        {
            palette.AddMixtures(FigureStyle.Paper, line, 28);
            palette.AddMixtures(FigureStyle.Grid, line, 9);
        }

        palette.AddMixtures(FigureStyle.Baseline, FigureStyle.Sample, 28);
        palette.AddMixtures(FigureStyle.Zero, FigureStyle.Difference, 14);
        for (var i = 1; i < 6; i++)
            palette.AddMixtures(FigureStyle.Mix(FigureStyle.Paper, FigureStyle.Baseline, i / 6d), FigureStyle.Sample, 6);
        return palette;
    }

    // fewer steps of the mixtures leave room for the badge and what lies on a shaded band
    private static PngPalette CreateJudged(SKColor badge)
    {
        SKColor shade = OnShade(FigureStyle.Paper), shadedGrid = OnShade(FigureStyle.Grid);
        var palette = new PngPalette(
            FigureStyle.Zero, FigureStyle.Baseline, FigureStyle.Sample, FigureStyle.Difference, shade, shadedGrid);
        foreach (var line in (SKColor[])[FigureStyle.Baseline, FigureStyle.Sample, FigureStyle.Difference])
        {
            palette.AddMixtures(FigureStyle.Paper, line, 16);
            palette.AddMixtures(FigureStyle.Grid, line, 4);
            palette.AddMixtures(shade, line, 9);
        }

        palette.AddMixtures(FigureStyle.Baseline, FigureStyle.Sample, 18);
        palette.AddMixtures(FigureStyle.Zero, FigureStyle.Difference, 10);
        palette.AddMixtures(shade, FigureStyle.Text, 8);
        palette.AddMixtures(FigureStyle.Paper, badge, 16);
        for (var i = 1; i < 6; i++)
            palette.AddMixtures(FigureStyle.Mix(FigureStyle.Paper, FigureStyle.Baseline, i / 6d), FigureStyle.Sample, 5);
        return palette;
    }

    private static SKColor OnShade(SKColor under) =>
        FigureStyle.Mix(under, FigureStyle.Shade.WithAlpha(255), FigureStyle.Shade.Alpha / 255d);

    private static PngPalette CreateSeries(SKColor[] lines, int steps)
    {
        var palette = new PngPalette(lines);
        foreach (var line in lines)
        {
            palette.AddMixtures(FigureStyle.Paper, line, steps);
            palette.AddMixtures(FigureStyle.Grid, line, 4);
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
