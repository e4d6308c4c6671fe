using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Fonts;

/// <summary>Glyphs of one typeface, with their places along the line in points.</summary>
internal sealed record TextRun(SKTypeface Face, ushort[] Glyphs, float[] X);
