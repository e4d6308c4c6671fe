using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Fonts;

/// <summary>The glyph of a character.</summary>
/// <param name="Face">The typeface that has it.</param>
/// <param name="Id">Its number there; 0 where no typeface has the character.</param>
/// <param name="Advance">Its width, in em.</param>
internal readonly record struct Glyph(SKTypeface Face, ushort Id, float Advance);
