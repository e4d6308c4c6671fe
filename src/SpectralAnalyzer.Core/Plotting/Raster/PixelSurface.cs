using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>Draws on pixels, each a byte that names a colour of the <see cref="Palette"/>. Made once and used again and again.</summary>
internal sealed class PixelSurface : IFigureSurface
{
    private readonly GlyphMasks _masks;
    private Palette _palette = Palette.Comparison;
    private readonly byte[] _pixels;
    private readonly byte[] _cover;
    private readonly double _scale;

    /// <summary>A surface of the figure's size and resolution.</summary>
    public PixelSurface(FigureOptions options, GlyphMasks masks)
    {
        _masks = masks;
        _scale = options.Dpi / 72d;
        Width = options.PixelWidth;
        Height = options.PixelHeight;
        _pixels = GC.AllocateUninitializedArray<byte>(checked(Width * Height));
        // a few pixels more: the strokes are drawn several at a time
        _cover = new byte[_pixels.Length + StrokeRasterizer.Pixels];
    }

    public int Width { get; }

    public int Height { get; }

    public double ColumnsPerPoint => _scale;

    /// <summary>The pixels, row by row.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>The colours that the pixels name.</summary>
    public Palette Palette => _palette;

    /// <summary>Makes everything paper, for a drawing in these colours.</summary>
    public void Clear(Palette palette)
    {
        _palette = palette;
        Unsafe.InitBlockUnaligned(ref _pixels[0], palette[Ink.Paper], (uint)_pixels.Length);
    }

    public void Rule(double x1, double y1, double x2, double y2, double width, Ink ink)
    {
        var thickness = Math.Max(1, (int)Math.Round(width * _scale));
        var (left, right) = Snap(Math.Min(x1, x2), Math.Max(x1, x2), thickness, Width);
        var (top, bottom) = Snap(Math.Min(y1, y2), Math.Max(y1, y2), thickness, Height);
        if (left >= right)
            return;
        for (var y = top; y < bottom; y++)
            _pixels.AsSpan((y * Width) + left, right - left).Fill(_palette[ink]);
    }

    public void Curve(ReadOnlySpan<CurvePoint> points, double width, Ink ink, Box clip)
    {
        var box = new PixelBox(
            Math.Clamp((int)Math.Round(clip.Left * _scale), 0, Width),
            Math.Clamp((int)Math.Round(clip.Top * _scale), 0, Height),
            Math.Clamp((int)Math.Round(clip.Right * _scale), 0, Width),
            Math.Clamp((int)Math.Round(clip.Bottom * _scale), 0, Height));
        var radius = Math.Max(width * _scale / 2, 0.5);
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        var last = CurvePoint.Gap;
        for (var i = 0; i < points.Length; i++)
        {
            var point = points[i].IsGap ? CurvePoint.Gap : new CurvePoint(points[i].X * _scale, points[i].Y * _scale);
            var isAlone = last.IsGap && (i + 1 == points.Length || points[i + 1].IsGap);
            if (!point.IsGap)
            {
                low = Math.Min(low, point.Y);
                high = Math.Max(high, point.Y);
                if (!last.IsGap || isAlone)
                    StrokeRasterizer.Segment(_cover, Width, box, isAlone ? point : last, point, radius);
            }

            last = point;
        }

        if (low <= high)
        {
            var top = Math.Max(box.Top, (int)Math.Floor(Math.Max(low - radius - 2, box.Top)));
            var bottom = Math.Min(box.Bottom, (int)Math.Ceiling(Math.Min(high + radius + 2, box.Bottom)));
            Apply(box with { Top = top, Bottom = bottom }, ink);
        }
    }

    public void Dot(double x, double y, double radius, Ink ink) =>
        Curve([new CurvePoint(x, y)], 2 * radius, ink, new Box(0, 0, Width / _scale, Height / _scale));

    public void Text(TextLine line, double x, double y, bool vertical, Ink ink)
    {
        var size = (float)(line.Size * _scale);
        foreach (var run in line.Runs)
        {
            for (var i = 0; i < run.Glyphs.Length; i++)
            {
                // along the line on quarters of a pixel, across it on whole ones
                var along = vertical ? -((y - run.X[i]) * _scale) : (x + run.X[i]) * _scale;
                var quarters = (int)Math.Round(along * GlyphMasks.Phases);
                var whole = (int)Math.Floor(quarters / (double)GlyphMasks.Phases);
                var mask = _masks.Get(run.Face, run.Glyphs[i], size, quarters - (whole * GlyphMasks.Phases), vertical);
                if (vertical)
                    Stamp(mask, (int)Math.Round(x * _scale), -whole, ink);
                else
                    Stamp(mask, whole, (int)Math.Round(y * _scale), ink);
            }
        }
    }

    private (int From, int To) Snap(double from, double to, int thickness, int size)
    {
        var first = (int)Math.Round((from * _scale) - (thickness / 2d));
        var end = (int)Math.Round((to * _scale) - (thickness / 2d)) + thickness;
        return (Math.Clamp(first, 0, size), Math.Clamp(end, 0, size));
    }

    // lays the cover's ink on the pixels and leaves the cover empty
    [MethodImpl(HotPath.Compiled)]
    private void Apply(PixelBox box, Ink ink)
    {
        for (var y = box.Top; y < box.Bottom; y++)
        {
            var start = (y * Width) + box.Left;
            var cover = _cover.AsSpan(start, box.Right - box.Left);
            var pixels = _pixels.AsSpan(start, box.Right - box.Left);
            var x = 0;
            for (; x <= cover.Length - Vector256<byte>.Count; x += Vector256<byte>.Count)
            {
                // a bit for each pixel that is covered
                var covered = ~Vector256.Equals(Vector256.LoadUnsafe(ref cover[x]), Vector256<byte>.Zero).ExtractMostSignificantBits();
                if (covered == 0)
                    continue;
                for (; covered != 0; covered &= covered - 1)
                {
                    var at = x + BitOperations.TrailingZeroCount(covered);
                    pixels[at] = _palette.Over(ink, pixels[at])[cover[at] >> 2];
                }

                Vector256<byte>.Zero.StoreUnsafe(ref cover[x]);
            }

            for (; x < cover.Length; x++)
            {
                if (cover[x] != 0)
                    pixels[x] = _palette.Over(ink, pixels[x])[cover[x] >> 2];
                cover[x] = 0;
            }
        }
    }

    [MethodImpl(HotPath.Compiled)]
    private void Stamp(GlyphMask mask, int x, int y, Ink ink)
    {
        if (mask.Width == 0)
            return;
        var height = mask.Cover.Length / mask.Width;
        for (var row = 0; row < height; row++)
        {
            var py = y + mask.Top + row;
            if (py < 0 || py >= Height)
                continue;
            var cover = mask.Cover.AsSpan(row * mask.Width, mask.Width);
            for (var column = 0; column < cover.Length; column++)
            {
                var px = x + mask.Left + column;
                if (cover[column] < 4 || px < 0 || px >= Width)
                    continue;
                ref var pixel = ref _pixels[(py * Width) + px];
                pixel = _palette.Over(ink, pixel)[cover[column] >> 2];
            }
        }
    }
}
