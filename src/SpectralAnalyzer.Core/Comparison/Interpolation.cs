using System.Buffers;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Finds the values of a curve at rising positions inside its range, in one walk along both. A position within a gap (beside a
/// point without a value) has no value: NaN. Nothing is found outside the range of the curve.
/// </summary>
internal static class Interpolation
{
    /// <summary>Fills <paramref name="values"/> with the curve's values at <paramref name="positions"/>.</summary>
    public static void At(ReadOnlySpan<double> positions, Curve curve, ResamplingMethod method, Span<double> values)
    {
        var x = curve.X[curve.First..(curve.Last + 1)];
        var y = curve.Y[curve.First..(curve.Last + 1)];
        if (x.SequenceEqual(positions))
            y.CopyTo(values);
        else if (method == ResamplingMethod.Linear)
            Linear(positions, x, y, curve.Tolerance, values);
        else
            Cubic(positions, x, y, curve.Tolerance, method, values);
    }

    private static void Linear(
        ReadOnlySpan<double> positions, ReadOnlySpan<double> x, ReadOnlySpan<double> y, double tolerance, Span<double> values)
    {
        var j = 0;
        for (var i = 0; i < positions.Length; i++)
        {
            var position = positions[i];
            while (j < x.Length && x[j] < position)
                j++;
            if (j == x.Length || j == 0 || x[j] == position)
                values[i] = AtPoint(position, x, y, j, tolerance);
            else
                values[i] = y[j - 1] + ((y[j] - y[j - 1]) * ((position - x[j - 1]) / (x[j] - x[j - 1])));
        }
    }

    private static void Cubic(
        ReadOnlySpan<double> positions, ReadOnlySpan<double> x, ReadOnlySpan<double> y, double tolerance, ResamplingMethod method,
        Span<double> values)
    {
        var slopes = ArrayPool<double>.Shared.Rent(x.Length);
        try
        {
            SlopesBetweenGaps(x, y, method, slopes);
            var j = 0;
            for (var i = 0; i < positions.Length; i++)
            {
                var position = positions[i];
                while (j < x.Length && x[j] < position)
                    j++;
                if (j == x.Length || j == 0 || x[j] == position)
                    values[i] = AtPoint(position, x, y, j, tolerance);
                else
                    values[i] = Hermite(position, x[j - 1], x[j], y[j - 1], y[j], slopes[j - 1], slopes[j]);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(slopes);
        }
    }

    private static double AtPoint(double position, ReadOnlySpan<double> x, ReadOnlySpan<double> y, int j, double tolerance)
    {
        var point = Math.Min(j, x.Length - 1);
        return Math.Abs(x[point] - position) <= tolerance ? y[point] : double.NaN;
    }

    // Each run of points between gaps is a curve of its own: a slope never comes from across a gap.
    private static void SlopesBetweenGaps(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ResamplingMethod method, Span<double> slopes)
    {
        for (var start = 0; start < x.Length;)
        {
            var end = start;
            while (end < x.Length && double.IsFinite(y[end]))
                end++;
            var length = end - start;
            if (length < 2)
                slopes[start..end].Fill(double.NaN);
            else if (method == ResamplingMethod.Pchip || length == 2)
                PchipSlopes.Fill(x[start..end], y[start..end], slopes[start..end]);
            else
                AkimaSlopes.Fill(x[start..end], y[start..end], slopes[start..end]);
            start = end + 1;
        }
    }

    private static double Hermite(double position, double x0, double x1, double y0, double y1, double slope0, double slope1)
    {
        var width = x1 - x0;
        var secant = (y1 - y0) / width;
        var offset = position - x0;
        var part = offset / width;
        var quadratic = (3 * secant) - (2 * slope0) - slope1;
        var cubic = slope0 + slope1 - (2 * secant);
        return y0 + (offset * (slope0 + (part * (quadratic + (part * cubic)))));
    }
}
