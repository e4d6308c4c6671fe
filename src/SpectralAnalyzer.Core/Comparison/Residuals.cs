using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>How far values lie from the straight line that fits them best by least squares.</summary>
/// <param name="Mean">The mean of the values.</param>
/// <param name="Rms">√(Σe² ÷ (n − 2)).</param>
/// <param name="PeakToPeak">The largest residual less the smallest.</param>
internal readonly record struct Residuals(double Mean, double Rms, double PeakToPeak)
{
    /// <summary>The fewest points that are measured.</summary>
    internal const int FewestPoints = 8;

    /// <summary>Nothing that could be measured.</summary>
    internal static Residuals None { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>Measures a curve from one position to another.</summary>
    internal static Residuals About(Curve curve, double from, double to)
    {
        var range = PointRange.Within(curve, from, to);
        return About(curve.X.Slice(range.Start, range.Count), curve.Y.Slice(range.Start, range.Count));
    }

    /// <summary>Measures the points that have a value; none where these are too few.</summary>
    internal static Residuals About(ReadOnlySpan<double> x, ReadOnlySpan<double> y) =>
        y.Length >= FewestPoints && FiniteValues.Are(y) ? OfAll(x, y) : OfFinite(x, y);

    [MethodImpl(HotPath.Compiled)]
    private static Residuals OfAll(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var vectorsX = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var vectorsY = MemoryMarshal.Cast<double, Vector256<double>>(y);
        var rest = vectorsX.Length * Vector256<double>.Count;
        Vector256<double> sumsX = default, sumsY = default;
        for (var i = 0; i < vectorsX.Length; i++)
        {
            sumsX += vectorsX[i] - Vector256.Create(x[0]);
            sumsY += vectorsY[i];
        }

        double sumX = PairMetrics.Lanes(sumsX), sumY = PairMetrics.Lanes(sumsY);
        for (var i = rest; i < y.Length; i++)
        {
            sumX += x[i] - x[0];
            sumY += y[i];
        }

        double meanX = x[0] + (sumX / y.Length), meanY = sumY / y.Length;
        var (middleX, middleY) = (Vector256.Create(meanX), Vector256.Create(meanY));
        Vector256<double> squares = default, products = default;
        for (var i = 0; i < vectorsX.Length; i++)
        {
            var away = vectorsX[i] - middleX;
            squares += away * away;
            products += away * (vectorsY[i] - middleY);
        }

        double square = PairMetrics.Lanes(squares), product = PairMetrics.Lanes(products);
        for (var i = rest; i < y.Length; i++)
        {
            square += (x[i] - meanX) * (x[i] - meanX);
            product += (x[i] - meanX) * (y[i] - meanY);
        }

        var slope = product / square;
        Vector256<double> sums = default, lows = Vector256.Create(double.PositiveInfinity),
            highs = Vector256.Create(double.NegativeInfinity);
        for (var i = 0; i < vectorsX.Length; i++)
        {
            var residuals = vectorsY[i] - middleY - ((vectorsX[i] - middleX) * slope);
            sums += residuals * residuals;
            lows = Vector256.Min(lows, residuals);
            highs = Vector256.Max(highs, residuals);
        }

        double sum = PairMetrics.Lanes(sums), lowest = Math.Min(Math.Min(lows[0], lows[1]), Math.Min(lows[2], lows[3])),
            highest = Math.Max(Math.Max(highs[0], highs[1]), Math.Max(highs[2], highs[3]));
        for (var i = rest; i < y.Length; i++)
        {
            var residual = y[i] - meanY - (slope * (x[i] - meanX));
            sum += residual * residual;
            lowest = Math.Min(lowest, residual);
            highest = Math.Max(highest, residual);
        }

        return new Residuals(meanY, Math.Sqrt(sum / (y.Length - 2)), highest - lowest);
    }

    [MethodImpl(HotPath.Compiled)]
    private static Residuals OfFinite(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sumX = 0, sumY = 0;
        var count = 0;
        for (var i = 0; i < y.Length; i++)
        {
            if (!double.IsFinite(y[i]))
                continue;
            sumX += x[i] - x[0];
            sumY += y[i];
            count++;
        }

        if (count < FewestPoints)
            return None;
        double meanX = x[0] + (sumX / count), meanY = sumY / count, squares = 0, products = 0;
        for (var i = 0; i < y.Length; i++)
        {
            if (!double.IsFinite(y[i]))
                continue;
            squares += (x[i] - meanX) * (x[i] - meanX);
            products += (x[i] - meanX) * (y[i] - meanY);
        }

        double slope = products / squares, sum = 0, lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        for (var i = 0; i < y.Length; i++)
        {
            if (!double.IsFinite(y[i]))
                continue;
            var residual = y[i] - meanY - (slope * (x[i] - meanX));
            sum += residual * residual;
            lowest = Math.Min(lowest, residual);
            highest = Math.Max(highest, residual);
        }

        return new Residuals(meanY, Math.Sqrt(sum / (count - 2)), highest - lowest);
    }
}
