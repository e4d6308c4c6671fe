using System.Globalization;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The colors of a style, but for those of several spectra.</summary>
internal sealed record FigureColors(
    SKColor Paper, SKColor Text, SKColor Muted, SKColor Grid, SKColor Frame, SKColor Zero, SKColor Baseline, SKColor Sample,
    SKColor Difference)
{
    /// <summary>Returns the colors of a style.</summary>
    internal static FigureColors From(GraphStyle style) => new(
        Parse(style.Paper), Parse(style.Text), Parse(style.Muted), Parse(style.Grid), Parse(style.Frame), Parse(style.Zero),
        Parse(style.Baseline), Parse(style.Sample), Parse(style.Difference));

    /// <summary>Returns the color that a style states.</summary>
    internal static SKColor Parse(string text) => new(
        0xFF000000 | uint.Parse(text.AsSpan().TrimStart('#'), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
}
