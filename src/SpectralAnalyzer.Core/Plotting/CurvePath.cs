using System.Buffers;
using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>
/// The line of a spectrum in a panel. If many points share a pixel column, the first, lowest, highest and last of them are kept,
/// in their order: the drawing is the same and no peak is lost (M4: Jugel et al., Proc. VLDB Endow. 7 (2014) 797).
/// </summary>
internal sealed class CurvePath : IDisposable
{
    private CurvePoint[] _points;
    private int _count;

    private CurvePath(int capacity) => _points = ArrayPool<CurvePoint>.Shared.Rent(capacity);

    /// <summary>Gets the points, left to right or right to left.</summary>
    internal ReadOnlySpan<CurvePoint> Points => _points.AsSpan(0, _count);

    /// <summary>Maps a spectrum to a panel.</summary>
    /// <param name="x">The abscissae, ascending.</param>
    /// <param name="y">The ordinates; one that is not finite is a gap, as missing rows are.</param>
    /// <param name="map">The panel.</param>
    /// <param name="columnsPerPoint">The resolution: pixel columns per typographic point.</param>
    internal static CurvePath Create(ReadOnlySpan<double> x, ReadOnlySpan<double> y, PanelMap map, double columnsPerPoint)
    {
        // one more point on either side, so that the line reaches the edge of the panel
        var first = LowerBound(x, map.XMin);
        var last = LowerBound(x, Math.BitIncrement(map.XMax));
        first = Math.Max(0, first - 1);
        last = Math.Min(x.Length, last + 1);
        var gaps = AxisGaps.Find(x);
        var gap = 0;
        var path = new CurvePath(Math.Max(16, Math.Min(last - first, (int)(map.Panel.Width * columnsPerPoint * 4) + 64)));
        for (var i = first; i < last;)
        {
            if (!double.IsFinite(y[i]))
            {
                path.AddGap();
                i++;
                continue;
            }

            var place = map.X(x[i]);
            var column = Math.Floor(place * columnsPerPoint);
            int low = i, high = i, end = i + 1;
            while (gap < gaps.Count && gaps[gap] < i)
                gap++;
            var limit = gap < gaps.Count ? Math.Min(last, gaps[gap] + 1) : last;
            while (end < limit && double.IsFinite(y[end]) && Math.Floor(map.X(x[end]) * columnsPerPoint) == column)
            {
                if (y[end] < y[low])
                    low = end;
                if (y[end] > y[high])
                    high = end;
                end++;
            }

            path.AddColumn(x, y, map, i, Math.Min(low, high), Math.Max(low, high), end - 1);
            if (end == limit && end < last)
                path.AddGap();
            i = end;
        }

        return path;
    }

    public void Dispose()
    {
        var points = _points;
        _points = [];
        _count = 0;
        if (points.Length > 0)
            ArrayPool<CurvePoint>.Shared.Return(points);
    }

    private static int LowerBound(ReadOnlySpan<double> x, double value)
    {
        int low = 0, high = x.Length;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (x[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private void AddColumn(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, PanelMap map, int first, int second, int third, int fourth)
    {
        Add(map.Point(x[first], y[first]));
        if (second > first)
            Add(map.Point(x[second], y[second]));
        if (third > second && third > first)
            Add(map.Point(x[third], y[third]));
        if (fourth > third)
            Add(map.Point(x[fourth], y[fourth]));
    }

    private void AddGap()
    {
        if (_count > 0 && !_points[_count - 1].IsGap)
            Add(CurvePoint.Gap);
    }

    private void Add(CurvePoint point)
    {
        if (_count == _points.Length)
        {
            var larger = ArrayPool<CurvePoint>.Shared.Rent(_count * 2);
            _points.AsSpan(0, _count).CopyTo(larger);
            ArrayPool<CurvePoint>.Shared.Return(_points);
            _points = larger;
        }

        _points[_count++] = point;
    }
}
