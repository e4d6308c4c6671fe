namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Places a peak between the points: at the vertex of the parabola through its highest point and both neighbors; in noise, of the
/// parabola that fits, by least squares, the points side by side around it that lie no further below it than 20σ, in its upper
/// half, and between the valleys to the neighboring peaks. Where the third-degree term stands out of the noise, the band is
/// asymmetric and a parabola would be biased: the vertex of the cubic is taken.
/// </summary>
internal static class PeakVertex
{
    // The deeper, the more points share the noise: for simulated Gaussian bands, 6 to 20 points wide at a signal-to-noise ratio
    // of 40 to 400, the error at 20σ is 0.1 to 1.0 of that of three points.
    private const double NoiseReach = 20;
    private const double SignificantErrors = 2;
    private const int FewestForCubic = 6;

    /// <summary>Finds the vertex.</summary>
    /// <param name="x">Rising positions.</param>
    /// <param name="y">Their finite values.</param>
    /// <param name="top">The index of the highest point; neither the first nor the last.</param>
    /// <param name="window">The points that may be used: those between the valleys on both sides.</param>
    /// <param name="prominence">The peak's prominence.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    public static double Find(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, int top, PointRange window, double prominence, double noise)
    {
        var level = y[top] - Math.Min(NoiseReach * noise, prominence / 2);
        int first = top, last = top, end = window.Start + window.Count - 1;
        while (first > window.Start && y[first - 1] > level)
            first--;
        while (last < end && y[last + 1] > level)
            last++;
        var count = last - first + 1;
        if (count > 3 && Fit(x.Slice(first, count), y.Slice(first, count), x[top], noise) is { } vertex
            && vertex > x[first] && vertex < x[last])
        {
            return vertex;
        }

        return ThroughThree(x, y, top);
    }

    private static double ThroughThree(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int i)
    {
        double before = x[i] - x[i - 1], after = x[i + 1] - x[i];
        double rise = (y[i] - y[i - 1]) / before, fall = (y[i + 1] - y[i]) / after;
        return x[i] + (((rise * after) + (fall * before)) / (2 * (rise - fall)));
    }

    // Least squares in the polynomials that are orthogonal on these points (G. E. Forsythe, J. SIAM 5 (1957) 74), of
    // u = (x − origin) ÷ width: each is (u − α)·(the one before) − β·(the second before).
    private static double? Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double origin, double noise)
    {
        var width = x[^1] - x[0];
        double mean = 0, height = 0, norm1 = 0, turn1 = 0;
        for (var i = 0; i < x.Length; i++)
        {
            mean += (x[i] - origin) / width / x.Length;
            height += y[i] / x.Length;
        }

        foreach (var position in x)
        {
            var p = ((position - origin) / width) - mean;
            norm1 += p * p;
            turn1 += p * p * p;
        }

        double skew = turn1 / norm1, variance = norm1 / x.Length, norm2 = 0, turn2 = 0, slope = 0, curvature = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var u = ((x[i] - origin) / width) - mean;
            var q = ((u - skew) * u) - variance;
            norm2 += q * q;
            turn2 += u * q * q;
            slope += u * (y[i] - height) / norm1;
            curvature += q * (y[i] - height);
        }

        curvature /= norm2;
        if (x.Length >= FewestForCubic && OfCubic(x, y) is { } vertex)
            return vertex;
        return curvature < 0 ? At((skew - (slope / curvature)) / 2) : null;

        double At(double u) => origin + (width * (mean + u));

        double? OfCubic(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
        {
            double alpha = turn2 / norm2, beta = norm2 / norm1, norm3 = 0, third = 0;
            for (var i = 0; i < x.Length; i++)
            {
                var u = ((x[i] - origin) / width) - mean;
                var c = ((u - alpha) * (((u - skew) * u) - variance)) - (beta * u);
                norm3 += c * c;
                third += c * (y[i] - height);
            }

            third /= norm3;
            if (!(Math.Abs(third) * Math.Sqrt(norm3) > SignificantErrors * noise))
                return null;

            // The zero of the derivative a·u² + b·u + c where the curve turns down.
            var a = 3 * third;
            var b = (2 * curvature) - (2 * third * (skew + alpha));
            var c0 = slope - (skew * curvature) + (third * ((alpha * skew) - variance - beta));
            var root = (b * b) - (4 * a * c0);
            return b < 0 && root >= 0 ? At(-2 * c0 / (b - Math.Sqrt(root))) : null;
        }
    }
}
