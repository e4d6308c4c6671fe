namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>A rectangle of whole pixels; right and bottom are the first outside.</summary>
internal readonly record struct PixelBox(int Left, int Top, int Right, int Bottom);
