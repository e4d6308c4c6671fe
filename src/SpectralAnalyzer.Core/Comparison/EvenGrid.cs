using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// An even grid over the range of some points, with as many points, at most 2,048, on which values are interpolated linearly.
/// </summary>
internal sealed class EvenGrid
{
    /// <summary>The most points that a grid has.</summary>
    internal const int MostPoints = 2048;

    private readonly int[] _right;
    private readonly double[] _part;

    /// <summary>Lays a grid over points.</summary>
    /// <param name="x">Their positions, rising; at least two.</param>
    internal EvenGrid(ReadOnlySpan<double> x)
    {
        Count = Math.Min(x.Length, MostPoints);
        Step = (x[^1] - x[0]) / (Count - 1);
        (_right, _part) = (new int[Count], new double[Count]);
        for (int i = 0, right = 1; i < Count; i++)
        {
            var position = i == Count - 1 ? x[^1] : x[0] + (i * Step);
            while (right < x.Length - 1 && x[right] < position)
                right++;
            _right[i] = right;
            _part[i] = (position - x[right - 1]) / (x[right] - x[right - 1]);
        }
    }

    /// <summary>Gets how many points the grid has.</summary>
    internal int Count { get; }

    /// <summary>Gets the distance between two of its points, in x.</summary>
    internal double Step { get; }

    /// <summary>
    /// Returns values on the grid, less their mean, and scaled by a power of two where squares would overflow or vanish.
    /// </summary>
    /// <param name="y">The values at the points; NaN in gaps.</param>
    /// <param name="other">The values of the other spectrum; where it has none, the result is the mean.</param>
    /// <param name="isComplete">Whether both have a value at every point.</param>
    [MethodImpl(HotPath.Compiled)]
    internal double[] Deviations(ReadOnlySpan<double> y, ReadOnlySpan<double> other, bool isComplete)
    {
        var values = new double[Count];
        if (isComplete)
        {
            for (var i = 0; i < values.Length; i++)
            {
                var right = _right[i];
                values[i] = y[right - 1] + (_part[i] * (y[right] - y[right - 1]));
            }

            var (low, high) = FiniteValues.Range(values);
            var size = Math.Max(Math.Abs(low), Math.Abs(high));
            if (low < high && size is > 1e-100 and < 1e100)
            {
                var middle = PairMetrics.Sum(values) / values.Length;
                for (var i = 0; i < values.Length; i++)
                    values[i] -= middle;
                return values;
            }
        }

        double sum = 0, largest = 0, lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        var present = 0;
        for (var i = 0; i < values.Length; i++)
        {
            var right = _right[i];
            values[i] = double.IsFinite(other[right - 1] - other[right])
                ? y[right - 1] + (_part[i] * (y[right] - y[right - 1]))
                : double.NaN;
            if (double.IsFinite(values[i]))
            {
                sum += values[i];
                largest = Math.Max(largest, Math.Abs(values[i]));
                lowest = Math.Min(lowest, values[i]);
                highest = Math.Max(highest, values[i]);
                present++;
            }
        }

        var mean = present == 0 ? 0 : sum / present;
        var scale = largest is 0 or (> 1e-100 and < 1e100) ? 0 : -Math.ILogB(largest);
        for (var i = 0; i < values.Length; i++)
            values[i] = lowest < highest && double.IsFinite(values[i]) ? values[i] - mean : 0;
        for (var i = 0; scale != 0 && i < values.Length; i++)
            values[i] = Math.ScaleB(values[i], scale);
        return values;
    }
}
