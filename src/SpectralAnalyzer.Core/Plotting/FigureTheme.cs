using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>A style with its colors, palettes and logo ready for drawing. One serves all threads.</summary>
internal sealed class FigureTheme
{
    private readonly Dictionary<SpectralVerdict, Lazy<PngPalette>> _judged;
    private readonly FigureColors _colors;
    private readonly Lazy<PngPalette> _comparison;
    private readonly Lazy<PngPalette> _series;
    private readonly Lazy<PngPalette> _ramp;

    private FigureTheme(GraphStyle style)
    {
        _colors = FigureColors.From(style);
        Series = [.. style.Series.Select(FigureColors.Parse)];
        SKColor[] steps = [.. style.Ramp.Select(FigureColors.Parse)];
        Ramp = [.. Enumerable.Range(0, 16).Select(i => OnRamp(steps, i / 15d))];
        LineWidth = style.LineWidth;
        FontSize = style.FontSize;
        Footer = style.Footer;
        Logo = style.Logo is { } path ? ReadLogo(path) : null;
        _comparison = new(() => PngPalette.CreateComparison(_colors));
        _series = new(() => PngPalette.CreateSeries(_colors, Series, 13));
        _ramp = new(() => PngPalette.CreateSeries(_colors, Ramp, 8));
        _judged = Enum.GetValues<SpectralVerdict>().ToDictionary(
            verdict => verdict,
            verdict => new Lazy<PngPalette>(() => PngPalette.CreateJudged(_colors, FigureStyle.Badge(verdict))));
    }

    /// <summary>Gets the theme of the default style.</summary>
    internal static FigureTheme Default { get; } = new(GraphStyle.Default);

    internal SKColor Paper => _colors.Paper;

    internal SKColor Text => _colors.Text;

    internal SKColor Muted => _colors.Muted;

    internal SKColor Grid => _colors.Grid;

    internal SKColor Frame => _colors.Frame;

    internal SKColor Zero => _colors.Zero;

    internal SKColor Baseline => _colors.Baseline;

    internal SKColor Sample => _colors.Sample;

    internal SKColor Difference => _colors.Difference;

    /// <summary>Gets the colors of a few spectra.</summary>
    internal SKColor[] Series { get; }

    /// <summary>Gets the colors of more spectra, in order.</summary>
    internal SKColor[] Ramp { get; }

    internal double LineWidth { get; }

    internal double FontSize { get; }

    internal string Footer { get; }

    internal SKImage? Logo { get; }

    internal bool HasFooter => Footer.Length > 0 || Logo is not null;

    /// <summary>Gets the colors of a PNG of a comparison.</summary>
    internal PngPalette Comparison => _comparison.Value;

    /// <summary>Creates the theme of a style.</summary>
    /// <exception cref="SpectralException">The logo cannot be read.</exception>
    internal static FigureTheme Create(GraphStyle? style) =>
        style is null || style == GraphStyle.Default ? Default : new FigureTheme(style);

    /// <summary>Returns the colors of a PNG of a comparison that is judged.</summary>
    internal PngPalette Judged(SpectralVerdict verdict) => _judged[verdict].Value;

    /// <summary>Returns the colors of a PNG of several spectra.</summary>
    internal PngPalette Several(int count) => count <= Series.Length ? _series.Value : _ramp.Value;

    /// <summary>Returns the color of one of several spectra.</summary>
    internal SKColor SeriesColor(int index, int count) => count <= Series.Length
        ? Series[index]
        : Ramp[(int)Math.Round((Ramp.Length - 1) * (index / (count - 1d)))];

    private static SKColor OnRamp(SKColor[] steps, double place)
    {
        if (steps.Length == 1)
            return steps[0];
        var at = place * (steps.Length - 1);
        var step = Math.Min((int)at, steps.Length - 2);
        return FigureStyle.Mix(steps[step], steps[step + 1], at - step);
    }

    private static SKImage ReadLogo(string path)
    {
        try
        {
            using var data = SKData.CreateCopy(File.ReadAllBytes(path));
            using var bitmap = SKBitmap.Decode(data);
            if (bitmap is not null)
                return SKImage.FromBitmap(bitmap);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unusable(path, e.Message, e);
        }

        throw Unusable(path, "It is neither a PNG nor a JPG.", null);
    }

    private static SpectralException Unusable(string path, string reason, Exception? inner) => new(
        SpectralErrorIds.InvalidStyle, SpectralErrorCategory.InvalidArgument, $"The logo '{path}' cannot be drawn. {reason}",
        "State the path of a PNG or JPG as logo of the style.", innerException: inner);
}
