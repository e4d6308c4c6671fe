using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    private const int FewestLags = 5;

    /// <summary>Returns the shift of the sample, in x; NaN where there is none within the range that is searched.</summary>
    /// <param name="part">The baseline.</param>
    /// <param name="sample">The values of the sample at its points; NaN in gaps.</param>
    /// <param name="isComplete">Whether both have a value at every point.</param>
    internal static double Find(BaselinePart part, ReadOnlySpan<double> sample, bool isComplete)
    {
        var count = Math.Min(part.X.Length, EvenGrid.MostPoints);
        var most = Math.Max(FewestLags, (int)(PartOfRange * count));
        if (count < 4 * most)
            return double.NaN;
        var grid = part.Grid;
        double[] a = isComplete ? part.OnGrid : grid.Deviations(part.Y, sample, isComplete: false),
            b = grid.Deviations(sample, part.Y, isComplete);
        var products = new double[(2 * most) + 1];
        Correlate(a, b, products.AsSpan(most));
        // a lag to the other side is the same with the parts exchanged
        var others = new double[most + 1];
        Correlate(b, a, others);
        for (var lag = 1; lag <= most; lag++)
            products[most - lag] = others[lag];
        var best = 0;
        for (var i = 0; i < products.Length; i++)
        {
            var isNearer = Math.Abs(i - most) < Math.Abs(best - most);
            best = products[i] > products[best] || (products[i] == products[best] && isNearer) ? i : best;
        }

        if (!(products[best] > 0) || best == 0 || best == products.Length - 1)
            return double.NaN;
        double left = products[best - 1], right = products[best + 1], curvature = left - (2 * products[best]) + right;
        var vertex = curvature < 0 ? (left - right) / (2 * curvature) : 0;
        return (best - most + vertex) * grid.Step;
    }

    // The sums of the products at lag 0, 1, …: four lags in turn, which do not wait for each other's additions. Each sum has the
    // order of additions of PairMetrics.SumOfProducts.
    [MethodImpl(HotPath.Compiled)]
    private static void Correlate(ReadOnlySpan<double> still, ReadOnlySpan<double> moving, Span<double> products)
    {
        var lag = 0;
        for (; lag + 4 <= products.Length; lag += 4)
        {
            var vectors = MemoryMarshal.Cast<double, Vector256<double>>(still[..^(lag + 3)]);
            var first = MemoryMarshal.Cast<double, Vector256<double>>(moving[lag..]);
            var second = MemoryMarshal.Cast<double, Vector256<double>>(moving[(lag + 1)..]);
            var third = MemoryMarshal.Cast<double, Vector256<double>>(moving[(lag + 2)..]);
            var fourth = MemoryMarshal.Cast<double, Vector256<double>>(moving[(lag + 3)..]);
            Vector256<double> sums0 = default, sums1 = default, sums2 = default, sums3 = default;
            for (var i = 0; i < vectors.Length; i++)
            {
                var value = vectors[i];
                sums0 += value * first[i];
                sums1 += value * second[i];
                sums2 += value * third[i];
                sums3 += value * fourth[i];
            }

            products[lag] = Finish(sums0, still[..^lag], moving[lag..], vectors.Length);
            products[lag + 1] = Finish(sums1, still[..^(lag + 1)], moving[(lag + 1)..], vectors.Length);
            products[lag + 2] = Finish(sums2, still[..^(lag + 2)], moving[(lag + 2)..], vectors.Length);
            products[lag + 3] = Finish(sums3, still[..^(lag + 3)], moving[(lag + 3)..], vectors.Length);
        }

        for (; lag < products.Length; lag++)
            products[lag] = PairMetrics.SumOfProducts(still[..^lag], moving[lag..]);
    }

    private static double Finish(Vector256<double> sums, ReadOnlySpan<double> a, ReadOnlySpan<double> b, int done)
    {
        var vectorsA = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var vectorsB = MemoryMarshal.Cast<double, Vector256<double>>(b);
        for (var i = done; i < vectorsA.Length; i++)
            sums += vectorsA[i] * vectorsB[i];
        var sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        for (var i = vectorsA.Length * Vector256<double>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
