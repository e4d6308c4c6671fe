using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// Draws strokes as the share of each pixel that they cover, from the pixel's distance to the line: round joins and ends
/// come by themselves, and where pieces of one line overlap the larger cover stays, so that no joint is darker.
/// </summary>
internal static class StrokeRasterizer
{
    /// <summary>How many pixels are drawn at a time.</summary>
    public const int Pixels = 8;

    /// <summary>Draws one piece of a line.</summary>
    /// <param name="cover">The cover of each pixel, 0 to 255, row by row, and <see cref="Pixels"/> bytes more.</param>
    /// <param name="stride">The bytes of a row.</param>
    /// <param name="clip">The pixels that may be touched.</param>
    /// <param name="from">One end, in pixels.</param>
    /// <param name="to">The other end.</param>
    /// <param name="radius">Half the line's width, in pixels.</param>
    [MethodImpl(HotPath.Compiled)]
    public static void Segment(Span<byte> cover, int stride, PixelBox clip, CurvePoint from, CurvePoint to, double radius)
    {
        if (cover.Length < (clip.Bottom * stride) + Pixels || clip.Left < 0 || clip.Top < 0 || clip.Right > stride)
            throw new ArgumentException("The pixels that may be touched must lie within the cover.", nameof(clip));
        var reach = radius + 0.5;
        if (!Clip(ref from, ref to, clip, reach + 2))
            return;
        float ax = (float)from.X, ay = (float)from.Y, dx = (float)(to.X - from.X), dy = (float)(to.Y - from.Y);
        var squared = (dx * dx) + (dy * dy);
        var inverse = squared > 1e-12f ? 1 / squared : 0;
        var top = Math.Max(clip.Top, (int)Math.Floor(Math.Min(from.Y, to.Y) - reach));
        var bottom = Math.Min(clip.Bottom, (int)Math.Ceiling(Math.Max(from.Y, to.Y) + reach));
        var left = Math.Min(from.X, to.X) - reach;
        var right = Math.Max(from.X, to.X) + reach;
        // a row cuts the band around the line over this width
        var half = Math.Abs(dy) > 1e-6 ? reach * Math.Sqrt(squared) / Math.Abs(dy) : double.PositiveInfinity;
        var slope = Math.Abs(dy) > 1e-6 ? dx / (double)dy : 0;
        var offset = Vector256.Create(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f) - Vector256.Create(ax);
        var limit = Vector256.Create(clip.Right - ax);
        ref var start = ref MemoryMarshal.GetReference(cover);
        for (var y = top; y < bottom; y++)
        {
            var middle = ax + ((y + 0.5 - ay) * slope);
            // the coordinates are not negative here, so that cutting off rounds down
            var first = (int)Math.Max(clip.Left, Math.Max(left, middle - half));
            var end = (int)Math.Min(clip.Right, Math.Min(right, middle + half) + 1);
            var py = y + 0.5f - ay;
            ref var row = ref Unsafe.Add(ref start, (nint)y * stride);
            for (var x = first; x < end; x += Pixels)
                Cover(ref Unsafe.Add(ref row, x), offset + Vector256.Create((float)x), py, dx, dy, inverse, (float)reach, limit);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cover(
        ref byte pixels, Vector256<float> px, float py, float dx, float dy, float inverse, float reach, Vector256<float> limit)
    {
        var along = ((px * dx) + Vector256.Create(py * dy)) * inverse;
        along = Vector256.Min(Vector256.Max(along, Vector256<float>.Zero), Vector256<float>.One);
        var ex = px - (along * dx);
        var ey = Vector256.Create(py) - (along * dy);
        var covered = Vector256.Create(reach) - Vector256.Sqrt((ex * ex) + (ey * ey));
        covered = Vector256.Min(Vector256.Max(covered, Vector256<float>.Zero), Vector256<float>.One) * 255f;
        covered = Vector256.ConditionalSelect(Vector256.LessThan(px, limit), covered, Vector256<float>.Zero);
        var numbers = Vector256.ConvertToInt32(covered);
        var halves = Vector128.Narrow(numbers.GetLower(), numbers.GetUpper()).AsUInt16();
        var packed = Vector128.Narrow(halves, halves);
        var before = Unsafe.ReadUnaligned<ulong>(ref pixels);
        Unsafe.WriteUnaligned(ref pixels, Vector128.Max(packed, Vector128.CreateScalar(before).AsByte()).AsUInt64().ToScalar());
    }

    // Liang and Barsky's: what is far outside would cost precision
    private static bool Clip(ref CurvePoint from, ref CurvePoint to, PixelBox clip, double margin)
    {
        double start = 0, end = 1, dx = to.X - from.X, dy = to.Y - from.Y;
        var isInside = Edge(-dx, from.X - (clip.Left - margin)) && Edge(dx, clip.Right + margin - from.X)
            && Edge(-dy, from.Y - (clip.Top - margin)) && Edge(dy, clip.Bottom + margin - from.Y);
        if (!isInside)
            return false;
        var origin = from;
        if (end < 1)
            to = new CurvePoint(origin.X + (end * dx), origin.Y + (end * dy));
        if (start > 0)
            from = new CurvePoint(origin.X + (start * dx), origin.Y + (start * dy));
        return true;

        bool Edge(double direction, double distance)
        {
            if (direction == 0)
                return distance >= 0;
            var t = distance / direction;
            if (direction < 0)
                start = Math.Max(start, t);
            else
                end = Math.Min(end, t);
            return start <= end;
        }
    }
}
