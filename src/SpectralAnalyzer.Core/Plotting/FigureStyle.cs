namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Colours and sizes of the figure. Lengths are in points (1/72 inch) at the size of a 10 × 6 inch figure.</summary>
internal static class FigureStyle
{
    /// <summary>The text and hairlines of the figure grow and shrink less than its edges do.</summary>
    /// <param name="options">The figure's size.</param>
    public static double Scale(FigureOptions options) =>
        Math.Clamp(Math.Sqrt(Math.Min(options.Width / 10, options.Height / 6)), 0.55, 2.5);

    public const double TitleSize = 13;
    public const double AxisTitleSize = 10;
    public const double LegendSize = 9.5;
    public const double TickLabelSize = 9;
    public const double CaptionSize = 8.5;

    public const double BaselineWidth = 1.9;
    public const double SampleWidth = 0.95;
    public const double DifferenceWidth = 0.95;
    public const double FrameWidth = 0.75;
    public const double GridWidth = 0.5;

    /// <summary>How many spectra each have a colour of their own.</summary>
    public const int SeriesCount = Ink.Series8 - Ink.Series1 + 1;

    /// <summary>How many colours the scale for more spectra has.</summary>
    public const int RampCount = Ink.Ramp16 - Ink.Ramp1 + 1;

    private static readonly uint[] s_series = [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0xE69F00, 0x56B4E9, 0x5D3A9B, 0x595959];

    // eight of nine even steps of viridis (van der Walt and Smith, 2015); its yellow end is too light for a line on paper
    private static readonly uint[] s_scale = [0x440154, 0x472D7B, 0x3B528B, 0x2C728E, 0x21918C, 0x28AE80, 0x5EC962, 0xADDC30];

    /// <summary>The colour of an ink, 0xRRGGBB. The lines' are of Okabe and Ito's set (2008), told apart with any colour vision.</summary>
    /// <param name="ink">The ink.</param>
    public static uint Colour(Ink ink) => ink switch
    {
        Ink.Paper => 0xFFFFFF,
        Ink.Grid => 0xE9E9E9,
        Ink.Frame => 0x636363,
        Ink.Zero => 0x9E9E9E,
        Ink.Text => 0x212121,
        Ink.Muted => 0x575757,
        Ink.Baseline => 0x56B4E9,
        Ink.Sample => 0xD55E00,
        Ink.Difference => 0x009E73,
        >= Ink.Series1 and <= Ink.Series8 => s_series[ink - Ink.Series1],
        >= Ink.Ramp1 and <= Ink.Ramp16 => OfScale((ink - Ink.Ramp1) / (RampCount - 1d)),
        _ => throw new ArgumentOutOfRangeException(nameof(ink)),
    };

    private static uint OfScale(double place)
    {
        var at = place * (s_scale.Length - 1);
        var step = Math.Min((int)at, s_scale.Length - 2);
        var colour = 0u;
        for (var shift = 0; shift < 24; shift += 8)
        {
            double a = (s_scale[step] >> shift) & 0xFF, b = (s_scale[step + 1] >> shift) & 0xFF;
            colour |= (uint)Math.Round(a + ((b - a) * (at - step))) << shift;
        }

        return colour;
    }
}
