using System.Runtime.CompilerServices;

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
    [MethodImpl(HotPath.Compiled)]
    internal static Residuals About(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
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
