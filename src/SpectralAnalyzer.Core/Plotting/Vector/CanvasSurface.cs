using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Draws on a canvas of Skia.</summary>
internal sealed class CanvasSurface : IFigureSurface, IDisposable
{
    // whole fiftieths of a point are written with four or five digits where a float needs nine
    private const float Fine = 50;
    private readonly SKCanvas _canvas;
    private readonly SKPaint _line = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };
    private readonly SKPaint _fill = new() { IsAntialias = true, Style = SKPaintStyle.Fill };

    public CanvasSurface(SKCanvas canvas, double columnsPerPoint)
    {
        _canvas = canvas;
        ColumnsPerPoint = columnsPerPoint;
    }

    public double ColumnsPerPoint { get; }

    public void Rule(double x1, double y1, double x2, double y2, double width, Ink ink)
    {
        Prepare(_line, ink);
        _line.StrokeWidth = (float)width;
        _line.StrokeCap = SKStrokeCap.Square;
        _canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, _line);
    }

    public void Curve(ReadOnlySpan<CurvePoint> points, double width, Ink ink, Box clip)
    {
        Prepare(_line, ink);
        _line.StrokeWidth = (float)width * Fine;
        _line.StrokeCap = SKStrokeCap.Round;
        _line.StrokeJoin = SKStrokeJoin.Round;
        using var path = new SKPath();
        var isDown = false;
        for (var i = 0; i < points.Length; i++)
        {
            if (points[i].IsGap)
            {
                isDown = false;
                continue;
            }

            float x = MathF.Round((float)points[i].X * Fine), y = MathF.Round((float)points[i].Y * Fine);
            var isAlone = !isDown && (i + 1 == points.Length || points[i + 1].IsGap);
            if (!isDown)
                path.MoveTo(x, y);
            if (isDown || isAlone)
                path.LineTo(x, y);
            isDown = true;
        }

        _canvas.Save();
        _canvas.ClipRect(new SKRect((float)clip.Left, (float)clip.Top, (float)clip.Right, (float)clip.Bottom));
        _canvas.Scale(1 / Fine);
        _canvas.DrawPath(path, _line);
        _canvas.Restore();
    }

    public void Dot(double x, double y, double radius, Ink ink)
    {
        Prepare(_fill, ink);
        _canvas.DrawCircle((float)x, (float)y, (float)radius, _fill);
    }

    public void Text(TextLine line, double x, double y, bool vertical, Ink ink)
    {
        Prepare(_fill, ink);
        using var builder = new SKTextBlobBuilder();
        foreach (var run in line.Runs)
        {
            using var font = new SKFont(run.Face, (float)line.Size)
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
        _canvas.Save();
        _canvas.Translate((float)x, (float)y);
        if (vertical)
            _canvas.RotateDegrees(-90);
        _canvas.DrawText(blob, 0, 0, _fill);
        _canvas.Restore();
    }

    public void Dispose()
    {
        _line.Dispose();
        _fill.Dispose();
    }

    private static void Prepare(SKPaint paint, Ink ink) => paint.Color = new SKColor(0xFF000000 | FigureStyle.Colour(ink));
}
