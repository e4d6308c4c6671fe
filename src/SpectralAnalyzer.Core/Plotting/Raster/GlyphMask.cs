namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>The cover of a glyph's pixels.</summary>
/// <param name="Left">Its left edge from the glyph's origin, in pixels.</param>
/// <param name="Top">Its top edge from the baseline, downwards.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Cover">0 to 255, row by row.</param>
internal sealed record GlyphMask(int Left, int Top, int Width, byte[] Cover);
