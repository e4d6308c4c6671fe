using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Fonts;

/// <summary>A line of text whose glyphs are chosen and placed.</summary>
/// <param name="Size">The size in points.</param>
/// <param name="Width">The width in points.</param>
/// <param name="Runs">The glyphs, left to right.</param>
internal sealed record TextLine(double Size, double Width, IReadOnlyList<TextRun> Runs)
{
    /// <summary>Draws the line.</summary>
    /// <param name="canvas">A canvas whose unit is the point.</param>
    /// <param name="x">Where the line begins.</param>
    /// <param name="y">The line that letters stand on.</param>
    /// <param name="vertical">True: the text runs upwards.</param>
    /// <param name="paint">The paint, which has the color.</param>
    internal void Draw(SKCanvas canvas, double x, double y, bool vertical, SKPaint paint)
    {
        using var builder = new SKTextBlobBuilder();
        foreach (var run in Runs)
        {
            using var font = new SKFont(run.Face, (float)Size)
            {
                Subpixel = true,
                Hinting = SKFontHinting.None,
                LinearMetrics = true,
                Edging = SKFontEdging.Antialias,
            };
            builder.AddHorizontalRun(run.Glyphs, font, run.X, 0);
        }

        using var blob = builder.Build();
        if (blob is null)
            return;
        canvas.Save();
        canvas.Translate((float)x, (float)y);
        if (vertical)
            canvas.RotateDegrees(-90);
        canvas.DrawText(blob, 0, 0, paint);
        canvas.Restore();
    }
}

/// <summary>Glyphs of one typeface.</summary>
/// <param name="Face">The typeface.</param>
/// <param name="Glyphs">The numbers of the glyphs in it.</param>
/// <param name="X">Their places along the line in points.</param>
internal sealed record TextRun(SKTypeface Face, ushort[] Glyphs, float[] X);
