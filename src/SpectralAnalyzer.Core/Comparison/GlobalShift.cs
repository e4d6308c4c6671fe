namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// The shift of a whole spectrum: the lag at which the cross-correlation of both, less their means, is largest. It is computed on
/// an even grid over the compared range of as many points, at most 2,048, by linear interpolation; a point in a gap counts as the
/// mean. Between the lags, the vertex of the parabola through the largest value and its neighbors is taken.
/// </summary>
internal static class GlobalShift
{
    /// <summary>The largest shift that is looked for, as a part of the compared range.</summary>
    internal const double PartOfRange = 0.02;

    private const int MostPoints = 2048;
    private const int FewestLags = 5;

    /// <summary>Returns the shift of the sample, in x; NaN where there is none within the range that is searched.</summary>
    /// <param name="x">The compared positions, rising.</param>
    /// <param name="baseline">The values of the baseline; NaN in gaps.</param>
    /// <param name="sample">The values of the sample; NaN in gaps.</param>
    internal static double Find(ReadOnlySpan<double> x, ReadOnlySpan<double> baseline, ReadOnlySpan<double> sample)
    {
        var count = Math.Min(x.Length, MostPoints);
        var most = Math.Max(FewestLags, (int)(PartOfRange * count));
        if (count < 4 * most)
            return double.NaN;
        double[] a = OnEvenGrid(x, baseline, sample, count), b = OnEvenGrid(x, sample, baseline, count);
        var products = new double[(2 * most) + 1];
        var best = 0;
        for (var i = 0; i < products.Length; i++)
        {
            var lag = i - most;
            var overlap = count - Math.Abs(lag);
            products[i] = PairMetrics.SumOfProducts(a.AsSpan(Math.Max(0, -lag), overlap), b.AsSpan(Math.Max(0, lag), overlap));
            var isNearer = Math.Abs(lag) < Math.Abs(best - most);
            best = products[i] > products[best] || (products[i] == products[best] && isNearer) ? i : best;
        }

        if (!(products[best] > 0) || best == 0 || best == products.Length - 1)
            return double.NaN;
        double left = products[best - 1], right = products[best + 1], curvature = left - (2 * products[best]) + right;
        var vertex = curvature < 0 ? (left - right) / (2 * curvature) : 0;
        return (best - most + vertex) * ((x[^1] - x[0]) / (count - 1));
    }

    // less the mean, and scaled by a power of two where squares would overflow or vanish
    private static double[] OnEvenGrid(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> other, int count)
    {
        var values = new double[count];
        double sum = 0, largest = 0, lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        var present = 0;
        for (int i = 0, right = 1; i < count; i++)
        {
            var position = i == count - 1 ? x[^1] : x[0] + (i * ((x[^1] - x[0]) / (count - 1)));
            while (right < x.Length - 1 && x[right] < position)
                right++;
            var part = (position - x[right - 1]) / (x[right] - x[right - 1]);
            values[i] = double.IsFinite(other[right - 1] - other[right])
                ? y[right - 1] + (part * (y[right] - y[right - 1]))
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
        for (var i = 0; i < count; i++)
            values[i] = lowest < highest && double.IsFinite(values[i]) ? Math.ScaleB(values[i] - mean, scale) : 0;
        return values;
    }
}
