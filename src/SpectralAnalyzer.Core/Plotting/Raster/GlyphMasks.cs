using System.Collections.Concurrent;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// Glyphs as pixels, each drawn once, from its outline: unlike the letters of a system's own text drawing, they are the
/// same on every system.
/// </summary>
internal sealed class GlyphMasks
{
    /// <summary>A glyph is placed on quarters of a pixel.</summary>
    public const int Phases = 4;

    private const int Limit = 8192;
    private readonly ConcurrentDictionary<Key, GlyphMask> _masks = new();

    /// <summary>The pixels of a glyph.</summary>
    /// <param name="face">Its typeface.</param>
    /// <param name="glyph">Its number there.</param>
    /// <param name="size">The size in pixels.</param>
    /// <param name="phase">The quarters of a pixel by which it is moved along the line.</param>
    /// <param name="vertical">True where the line runs upwards.</param>
    public GlyphMask Get(SKTypeface face, ushort glyph, float size, int phase, bool vertical)
    {
        var key = new Key(face, glyph, size, phase, vertical);
        if (_masks.TryGetValue(key, out var mask))
            return mask;
        if (_masks.Count > Limit)
            _masks.Clear();
        return _masks.GetOrAdd(key, Draw);
    }

    private static GlyphMask Draw(Key key)
    {
        using var font = new SKFont(key.Face, key.Size) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
        using var path = font.GetGlyphPath(key.Glyph);
        if (path is null || path.IsEmpty)
            return new GlyphMask(0, 0, 0, []);
        var move = key.Phase / (float)Phases;
        path.Transform(key.Vertical
            ? new SKMatrix(0, 1, 0, -1, 0, -move, 0, 0, 1)
            : SKMatrix.CreateTranslation(move, 0));
        var bounds = path.Bounds;
        int left = (int)Math.Floor(bounds.Left), top = (int)Math.Floor(bounds.Top);
        int width = (int)Math.Ceiling(bounds.Right) - left, height = (int)Math.Ceiling(bounds.Bottom) - top;
        using var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Alpha8));
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Transparent);
            canvas.Translate(-left, -top);
            using var paint = new SKPaint { IsAntialias = true, Color = SKColors.Black };
            canvas.DrawPath(path, paint);
        }

        var pixels = bitmap.GetPixelSpan();
        var cover = new byte[width * height];
        for (var row = 0; row < height; row++)
            pixels.Slice(row * bitmap.RowBytes, width).CopyTo(cover.AsSpan(row * width));
        return new GlyphMask(left, top, width, cover);
    }

    private readonly record struct Key(SKTypeface Face, ushort Glyph, float Size, int Phase, bool Vertical);
}
