using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>
/// Sizes of the figures, and the colors of badges and shades. Lengths are in points (1/72 inch) for a figure of 10 × 6 inches.
/// </summary>
internal static class FigureStyle
{
    internal const double TitleSize = 13;
    internal const double AxisTitleSize = 10;
    internal const double LegendSize = 9.5;
    internal const double TickLabelSize = 9;
    internal const double CaptionSize = 8.5;
    internal const double BandLabelSize = 7.5;
    internal const double NoteSize = 7.5;
    internal const double BadgeSize = 10.5;

    internal const double BaselineWidth = 1.9;
    internal const double SampleWidth = 0.95;
    internal const double DifferenceWidth = 0.95;
    internal const double SeriesWidth = 1.1;
    internal const double FrameWidth = 0.75;
    internal const double GridWidth = 0.5;

    // shades of bands let the grid through
    internal static readonly SKColor Shade = new(0x30E69F00);

    // badges carry white letters
    internal static readonly SKColor Pass = new(0xFF00704F);
    internal static readonly SKColor Warning = new(0xFF9A5B00);
    internal static readonly SKColor Fail = new(0xFFB3261E);

    internal static readonly SKColor OnBadge = new(0xFFFFFFFF);
    internal static readonly SKColor NoVerdict = new(0xFF575757);

    /// <summary>Returns the color of a badge.</summary>
    internal static SKColor Badge(SpectralVerdict verdict) => verdict switch
    {
        SpectralVerdict.Pass => Pass,
        SpectralVerdict.Warning => Warning,
        SpectralVerdict.Fail => Fail,
        _ => NoVerdict,
    };

    /// <summary>Returns by how much text and hairlines grow or shrink with the figure: less than its edges do.</summary>
    internal static double Scale(FigureOptions options) => (options.Style?.FontSize ?? 1)
        * Math.Clamp(Math.Sqrt(Math.Min(options.Width / 10, options.Height / 6)), 0.55, 2.5);

    /// <summary>Mixes two colors.</summary>
    /// <param name="from">The color at 0.</param>
    /// <param name="to">The color at 1.</param>
    /// <param name="share">The share of <paramref name="to"/>.</param>
    internal static SKColor Mix(SKColor from, SKColor to, double share)
    {
        return new SKColor(Channel(from.Red, to.Red), Channel(from.Green, to.Green), Channel(from.Blue, to.Blue));

        byte Channel(byte a, byte b) => (byte)Math.Round(a + ((b - a) * share));
    }
}
