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
        _ => throw new ArgumentOutOfRangeException(nameof(ink)),
    };
}
