using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Colors and sizes of the figures. Lengths are in points (1/72 inch) for a figure of 10 × 6 inches.</summary>
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

    internal static readonly SKColor Paper = new(0xFFFFFFFF);
    internal static readonly SKColor Grid = new(0xFFE9E9E9);
    internal static readonly SKColor Frame = new(0xFF636363);
    internal static readonly SKColor Zero = new(0xFF9E9E9E);
    internal static readonly SKColor Text = new(0xFF212121);
    internal static readonly SKColor Muted = new(0xFF575757);

    // shaded bands let the grid through
    internal static readonly SKColor Shade = new(0x30E69F00);

    // badges carry white letters
    internal static readonly SKColor Pass = new(0xFF00704F);
    internal static readonly SKColor Warning = new(0xFF9A5B00);
    internal static readonly SKColor Fail = new(0xFFB3261E);

    // colors of Okabe and Ito (2008), which can be distinguished with any color vision
    internal static readonly SKColor Baseline = new(0xFF56B4E9);
    internal static readonly SKColor Sample = new(0xFFD55E00);
    internal static readonly SKColor Difference = new(0xFF009E73);

    /// <summary>The colors of up to eight spectra.</summary>
    internal static readonly SKColor[] Series =
        Colors(0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x5D3A9B, 0x595959);

    // eight of nine even steps of viridis (van der Walt and Smith, 2015); its yellow end is too light for a line on paper
    private static readonly SKColor[] s_viridis =
        Colors(0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30);

    /// <summary>The colors of more spectra, in order.</summary>
    internal static readonly SKColor[] Ramp = [.. Enumerable.Range(0, 16).Select(i => OnRamp(i / 15d))];

    /// <summary>Returns the color of a badge.</summary>
    internal static SKColor Badge(SpectralVerdict verdict) => verdict switch
    {
        SpectralVerdict.Pass => Pass,
        SpectralVerdict.Warning => Warning,
        SpectralVerdict.Fail => Fail,
        _ => Muted,
    };

    /// <summary>Returns by how much text and hairlines grow or shrink with the figure: less than its edges do.</summary>
    internal static double Scale(FigureOptions options) =>
        Math.Clamp(Math.Sqrt(Math.Min(options.Width / 10, options.Height / 6)), 0.55, 2.5);

    /// <summary>Returns the color of one of several spectra.</summary>
    internal static SKColor SeriesColor(int index, int count) => count <= Series.Length
        ? Series[index]
        : Ramp[(int)Math.Round((Ramp.Length - 1) * (index / (count - 1d)))];

    /// <summary>Mixes two colors.</summary>
    /// <param name="from">The color at 0.</param>
    /// <param name="to">The color at 1.</param>
    /// <param name="share">The share of <paramref name="to"/>.</param>
    internal static SKColor Mix(SKColor from, SKColor to, double share)
    {
        return new SKColor(Channel(from.Red, to.Red), Channel(from.Green, to.Green), Channel(from.Blue, to.Blue));

        byte Channel(byte a, byte b) => (byte)Math.Round(a + ((b - a) * share));
    }

    private static SKColor OnRamp(double place)
    {
        var at = place * (s_viridis.Length - 1);
        var step = Math.Min((int)at, s_viridis.Length - 2);
        return Mix(s_viridis[step], s_viridis[step + 1], at - step);
    }

    private static SKColor[] Colors(params uint[] rgb) => Array.ConvertAll(rgb, c => new SKColor(0xFF000000 | c));
}
