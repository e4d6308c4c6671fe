using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>The first derivative where no value is missing: the slopes between neighbors.</summary>
internal static class FiniteSlopes
{
    /// <summary>Computes the slopes between all neighbors; returns false where one is not finite.</summary>
    [MethodImpl(HotPath.Compiled)]
    internal static bool TryCompute(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slopes)
    {
        var last = x.Length - 1;
        int width = Vector256<double>.Count, i = 0;
        for (; i + width <= last; i += width)
        {
            var steps = Vector256.Create(x[(i + 1)..]) - Vector256.Create(x[i..]);
            ((Vector256.Create(y[(i + 1)..]) - Vector256.Create(y[i..])) / steps).CopyTo(slopes[i..]);
        }

        for (; i < last; i++)
            slopes[i] = (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
        return FiniteValues.Are(slopes[..last]);
    }
}
