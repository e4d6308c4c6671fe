using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Metrics that see what the plain ones do not: those of the first derivatives, that after the best shift, and the difference
/// that scaling does not explain.
/// </summary>
internal static class ShapeMetrics
{
    private const int FewestPoints = 3;

    /// <summary>Adds the metrics to a comparison that has the others.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="part">The baseline.</param>
    /// <param name="sample">The values of the sample at its points.</param>
    /// <param name="isComplete">Whether both have a value everywhere.</param>
    internal static SpectralComparison AddTo(
        SpectralComparison comparison, BaselinePart part, ReadOnlySpan<double> sample, bool isComplete)
    {
        ReadOnlySpan<double> x = part.X, baseline = part.Y;
        var rented = ArrayPool<double>.Shared.Rent(2 * x.Length);
        try
        {
            Span<double> ours = rented.AsSpan(0, x.Length), theirs = rented.AsSpan(x.Length, x.Length);
            ReadOnlySpan<double> slopes = isComplete ? part.Slopes : [];
            var count = slopes.Length;
            if (count == 0 || !FiniteSlopes.TryCompute(x, sample, theirs))
            {
                count = Differentiate(x, baseline, sample, ours, theirs);
                slopes = ours[..count];
            }

            var (derivative, angle) = count < FewestPoints
                ? (double.NaN, double.NaN)
                : PairMetrics.CorrelationAndAngle(slopes, theirs[..count]);
            var (factor, rmse) = isComplete && part.IsModerate && PairMetrics.IsModerate(sample)
                ? PairMetrics.Scale(baseline, sample)
                : Scale(baseline, sample);
            count = Shift(x, baseline, sample, comparison.GlobalShift, ours, theirs);
            return comparison with
            {
                DerivativeCorrelation = derivative,
                DerivativeAngle = angle,
                HitQualityIndex = comparison.CosineSimilarity * comparison.CosineSimilarity,
                ScaleFactor = factor,
                ScaledRmse = rmse,
                ShiftedCorrelation = count < FewestPoints
                    ? double.NaN
                    : PairMetrics.Correlation(ours[..count], theirs[..count]),
            };
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    // the slopes between neighbors where both spectra have both values
    [MethodImpl(HotPath.Compiled)]
    private static int Differentiate(
        ReadOnlySpan<double> x, ReadOnlySpan<double> baseline, ReadOnlySpan<double> sample, Span<double> ours,
        Span<double> theirs)
    {
        var count = 0;
        for (var i = 1; i < x.Length; i++)
        {
            var step = x[i] - x[i - 1];
            double ourSlope = (baseline[i] - baseline[i - 1]) / step, theirSlope = (sample[i] - sample[i - 1]) / step;
            if (double.IsFinite(ourSlope) && double.IsFinite(theirSlope))
                (ours[count], theirs[count++]) = (ourSlope, theirSlope);
        }

        return count;
    }

    // the sample read at x + shift, by linear interpolation between the compared positions
    [MethodImpl(HotPath.Compiled)]
    private static int Shift(
        ReadOnlySpan<double> x, ReadOnlySpan<double> baseline, ReadOnlySpan<double> sample, double shift, Span<double> ours,
        Span<double> theirs)
    {
        var count = 0;
        if (double.IsNaN(shift))
            return count;
        for (int i = 0, right = 1; i < x.Length; i++)
        {
            var position = x[i] + shift;
            if (position < x[0] || position > x[^1])
                continue;
            while (right < x.Length - 1 && x[right] < position)
                right++;
            var part = (position - x[right - 1]) / (x[right] - x[right - 1]);
            // a neighbor of no weight may be missing
            var value = part == 0 ? sample[right - 1]
                : part == 1 ? sample[right]
                : sample[right - 1] + (part * (sample[right] - sample[right - 1]));
            if (double.IsFinite(value) && double.IsFinite(baseline[i]))
                (ours[count], theirs[count++]) = (baseline[i], value);
        }

        return count;
    }

    // as PairMetrics.Scale, for values of any size and with gaps; powers of two keep the squares of extreme values finite
    [MethodImpl(HotPath.Compiled)]
    private static (double Factor, double Rmse) Scale(ReadOnlySpan<double> baseline, ReadOnlySpan<double> sample)
    {
        double largestB = 0, largestS = 0;
        for (var i = 0; i < baseline.Length; i++)
        {
            if (!double.IsFinite(baseline[i]) || !double.IsFinite(sample[i]))
                continue;
            largestB = Math.Max(largestB, Math.Abs(baseline[i]));
            largestS = Math.Max(largestS, Math.Abs(sample[i]));
        }

        if (largestS == 0)
            return (double.NaN, double.NaN);
        int exponentB = largestB == 0 ? 0 : Math.ILogB(largestB), exponentS = Math.ILogB(largestS);
        double products = 0, squares = 0, rest = 0;
        var count = 0;
        for (var i = 0; i < baseline.Length; i++)
        {
            if (!double.IsFinite(baseline[i]) || !double.IsFinite(sample[i]))
                continue;
            double b = Math.ScaleB(baseline[i], -exponentB), s = Math.ScaleB(sample[i], -exponentS);
            products += b * s;
            squares += s * s;
            count++;
        }

        var factor = products / squares;
        for (var i = 0; i < baseline.Length; i++)
        {
            var d = Math.ScaleB(baseline[i], -exponentB) - (factor * Math.ScaleB(sample[i], -exponentS));
            rest += double.IsFinite(d) ? d * d : 0;
        }

        return (Math.ScaleB(factor, exponentB - exponentS), Math.ScaleB(Math.Sqrt(rest / count), exponentB));
    }
}
