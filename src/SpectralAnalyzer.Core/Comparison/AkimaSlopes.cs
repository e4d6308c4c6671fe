namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// The slopes of H. Akima's interpolation, J. ACM 17 (1970) 589–602: at each point the mean of the secants on both sides, each
/// weighted with the change of secant on the other side; beyond the ends, two secants a side continue the parabola through the
/// last three points.
/// </summary>
internal static class AkimaSlopes
{
    public static void Fill(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slopes)
    {
        var count = x.Length;
        var first = Secant(x, y, 0);
        var second = Secant(x, y, 1);
        var last = Secant(x, y, count - 2);
        var lastButOne = Secant(x, y, count - 3);

        // The secants at i − 2, i − 1, i and i + 1; outside the points, those of the continued parabola.
        var before = (2 * first) - second;
        double m1 = (2 * before) - first, m2 = before, m3 = first, m4 = second;
        var after = (2 * last) - lastButOne;
        for (var i = 0; i < count; i++)
        {
            double left = Math.Abs(m4 - m3), right = Math.Abs(m2 - m1);
            var sum = left + right;

            // Where both changes vanish but for rounding, the weights mean nothing and Akima takes the plain mean.
            slopes[i] = sum > 1e-9 * (Math.Abs(m2) + Math.Abs(m3)) ? ((left / sum) * m2) + ((right / sum) * m3) : (m2 + m3) / 2;
            (m1, m2, m3) = (m2, m3, m4);
            var next = i + 2;
            m4 = next <= count - 2 ? Secant(x, y, next) : next == count - 1 ? after : (2 * after) - last;
        }
    }

    private static double Secant(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int i) => (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
}
