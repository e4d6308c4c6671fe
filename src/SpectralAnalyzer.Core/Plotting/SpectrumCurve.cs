using ScottPlot;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>
/// The line of a spectrum as a plottable. No peak is lost, however many points share a pixel column (<see cref="CurvePath"/>). In
/// pixels the outline of the line is filled, which takes a fraction of the time of stroking noisy data; in vectors it is a
/// stroke.
/// </summary>
internal sealed class SpectrumCurve(SpectralPanel panel, float width, SKColor color) : IPlottable
{
    // the points of a spectrum that has few are marked
    private const int FewPoints = 40;

    // in vectors, places are whole fiftieths of a point, which take four or five digits where a float needs nine
    private const float VectorUnits = 50;
    private const double VectorColumns = 600 / 72d;

    private float[] _edges = [];
    private SKPoint[] _points = [];

    /// <summary>Gets the panel.</summary>
    internal SpectralPanel Panel => panel;

    /// <summary>Gets or sets the spectrum.</summary>
    internal Spectrum? Spectrum { get; set; }

    /// <summary>Gets or sets the number of pixels in a point; 0 for vectors.</summary>
    internal double PixelsPerPoint { get; set; }

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        if (Spectrum is null)
            return;
        var isVector = PixelsPerPoint == 0;
        var columns = isVector ? VectorColumns : PixelsPerPoint;
        using var path = CurvePath.Create(Spectrum.Abscissae.Span, Spectrum.Ordinates.Span, panel.Map, columns);
        using var paint = new SKPaint { IsAntialias = true, Color = color };
        var canvas = rp.Canvas;
        canvas.Save();
        if (isVector)
            canvas.Scale(1 / VectorUnits);
        else
            canvas.SetMatrix(SKMatrix.Identity);
        Draw(canvas, path.Points, isVector ? VectorUnits : PixelsPerPoint, isVector, paint);
        canvas.Restore();
    }

    private void Draw(SKCanvas canvas, ReadOnlySpan<CurvePoint> points, double units, bool isVector, SKPaint paint)
    {
        var lineWidth = (float)Math.Max(width * units, isVector ? 0 : 1);
        if (_points.Length < points.Length)
            _points = new SKPoint[points.Length];
        for (var i = 0; i < points.Length;)
        {
            var count = 0;
            for (; i < points.Length && !points[i].IsGap; i++)
                _points[count++] = Place(points[i], units, isVector);
            for (; i < points.Length && points[i].IsGap; i++)
            {
            }

            var run = _points.AsSpan(0, count);
            if (count == 1)
                canvas.DrawCircle(run[0], lineWidth / 2, paint);
            else if (isVector)
                Stroke(canvas, run, lineWidth, paint);
            else if (count > 1)
                Fill(canvas, run, lineWidth / 2, paint);
            if (Spectrum!.Count <= FewPoints)
                Mark(canvas, run, lineWidth * 1.3f, (float)units, paint);
        }
    }

    private static SKPoint Place(CurvePoint point, double units, bool isVector)
    {
        // far outside of the page Skia's own arithmetic would lose its precision
        double x = Math.Clamp(point.X * units, -1e6, 1e6), y = Math.Clamp(point.Y * units, -1e6, 1e6);
        return isVector ? new SKPoint((float)Math.Round(x), (float)Math.Round(y)) : new SKPoint((float)x, (float)y);
    }

    private void Mark(SKCanvas canvas, ReadOnlySpan<SKPoint> run, float radius, float units, SKPaint paint)
    {
        foreach (var point in run)
        {
            if (point.X >= (panel.Place.Left * units) - 1 && point.X <= (panel.Place.Right * units) + 1)
                canvas.DrawCircle(point, radius, paint);
        }
    }

    private static void Stroke(SKCanvas canvas, ReadOnlySpan<SKPoint> run, float lineWidth, SKPaint paint)
    {
        using var path = new SKPath();
        path.AddPoly(run.ToArray(), close: false);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = lineWidth;
        paint.StrokeCap = SKStrokeCap.Round;
        paint.StrokeJoin = SKStrokeJoin.Round;
        canvas.DrawPath(path, paint);
        paint.Style = SKPaintStyle.Fill;
    }

    // x rises or falls along the run: at each x the line covers what is between its highest and its lowest point
    private void Fill(SKCanvas canvas, ReadOnlySpan<SKPoint> run, float radius, SKPaint paint)
    {
        // the edges of a thin line are looked at within pixels too, so that a single sharp peak keeps its color
        var perPixel = radius < 1.5f ? 4f : 1f;
        var first = (int)Math.Floor((Math.Min(run[0].X, run[^1].X) - radius) * perPixel);
        var count = (int)Math.Ceiling((Math.Max(run[0].X, run[^1].X) + radius) * perPixel) - first + 1;
        if (_edges.Length < 2 * count)
            _edges = new float[2 * count];
        Span<float> top = _edges.AsSpan(0, count), bottom = _edges.AsSpan(count, count);
        top.Fill(float.MaxValue);
        bottom.Fill(float.MinValue);
        for (var i = 1; i < run.Length; i++)
        {
            var (a, b) = run[i - 1].X <= run[i].X ? (run[i - 1], run[i]) : (run[i], run[i - 1]);
            AddSegment(a, b, radius, first, perPixel, top, bottom);
        }

        var outline = new SKPoint[2 * count];
        var length = 0;
        for (var k = 0; k < count; k++)
        {
            if (top[k] <= bottom[k])
                outline[length++] = new SKPoint((k + first) / perPixel, top[k]);
        }

        for (var k = count - 1; k >= 0; k--)
        {
            if (top[k] <= bottom[k])
                outline[length++] = new SKPoint((k + first) / perPixel, bottom[k]);
        }

        using var path = new SKPath();
        path.AddPoly(outline.AsSpan(0, length).ToArray(), close: true);
        canvas.DrawPath(path, paint);
    }

    // a disc at each end, and the band between the two
    [System.Runtime.CompilerServices.MethodImpl(HotPath.Compiled)]
    private static void AddSegment(
        SKPoint a, SKPoint b, float radius, int first, float perPixel, Span<float> top, Span<float> bottom)
    {
        float dx = b.X - a.X, dy = b.Y - a.Y, length = MathF.Sqrt((dx * dx) + (dy * dy));
        float acrossX = length > 0 ? dy / length * radius : 0, acrossY = length > 0 ? dx / length * radius : radius;
        var slope = dx > 1e-4f ? dy / dx : 0;
        var start = Math.Max(0, (int)MathF.Ceiling((a.X - radius) * perPixel) - first);
        var end = Math.Min(top.Length - 1, (int)MathF.Floor((b.X + radius) * perPixel) - first);
        for (var k = start; k <= end; k++)
        {
            float x = (k + first) / perPixel, low = float.MaxValue, high = float.MinValue;
            AddDisc(a, x, radius, ref low, ref high);
            AddDisc(b, x, radius, ref low, ref high);
            if (dx > 1e-4f)
            {
                if (x >= a.X + acrossX && x <= b.X + acrossX)
                    low = MathF.Min(low, a.Y - acrossY + ((x - a.X - acrossX) * slope));
                if (x >= a.X - acrossX && x <= b.X - acrossX)
                    high = MathF.Max(high, a.Y + acrossY + ((x - a.X + acrossX) * slope));
            }

            top[k] = MathF.Min(top[k], low);
            bottom[k] = MathF.Max(bottom[k], high);
        }
    }

    private static void AddDisc(SKPoint center, float x, float radius, ref float low, ref float high)
    {
        var distance = x - center.X;
        var square = (radius * radius) - (distance * distance);
        if (square < 0)
            return;
        var half = MathF.Sqrt(square);
        low = MathF.Min(low, center.Y - half);
        high = MathF.Max(high, center.Y + half);
    }
}
