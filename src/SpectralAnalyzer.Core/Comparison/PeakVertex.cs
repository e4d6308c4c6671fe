namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Where a peak is, between the points: the vertex of the parabola through its highest point and both neighbours; in noise, of the
/// parabola that fits the points side by side around it that lie no further below it than 20σ, and in its upper half (least squares).
/// </summary>
internal static class PeakVertex
{
    // The deeper, the more points share the noise: for simulated Gaussian bands, 6 to 20 points wide at a signal-to-noise ratio of 40 to
    // 400, the error at 20σ is 0.1 to 1.0 of that of three points.
    private const double NoiseReach = 20;

    /// <summary>Finds the vertex.</summary>
    /// <param name="x">Rising positions.</param>
    /// <param name="y">Their finite values.</param>
    /// <param name="top">The index of the highest point; neither the first nor the last.</param>
    /// <param name="prominence">The peak's prominence.</param>
    /// <param name="noise">The standard deviation of the noise.</param>
    public static double Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int top, double prominence, double noise)
    {
        var level = y[top] - Math.Min(NoiseReach * noise, prominence / 2);
        int first = top, last = top;
        while (first > 0 && y[first - 1] > level)
            first--;
        while (last < y.Length - 1 && y[last + 1] > level)
            last++;
        var count = last - first + 1;
        if (count > 3 && Fit(x.Slice(first, count), y.Slice(first, count), x[top]) is { } vertex && vertex > x[first] && vertex < x[last])
            return vertex;
        return ThroughThree(x, y, top);
    }

    private static double ThroughThree(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int i)
    {
        double before = x[i] - x[i - 1], after = x[i + 1] - x[i];
        double rise = (y[i] - y[i - 1]) / before, fall = (y[i + 1] - y[i]) / after;
        return x[i] + (((rise * after) + (fall * before)) / (2 * (rise - fall)));
    }

    // Least squares in polynomials that are orthogonal on these points: 1, u, u² − s·u − v.
    private static double? Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double origin)
    {
        double mean = 0, second = 0, third = 0;
        foreach (var position in x)
            mean += (position - origin) / x.Length;
        foreach (var position in x)
        {
            var u = position - origin - mean;
            second += u * u;
            third += u * u * u;
        }

        double skew = third / second, variance = second / x.Length, slope = 0, curvature = 0, norm = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var u = x[i] - origin - mean;
            var q = (u * u) - (skew * u) - variance;
            slope += u * y[i] / second;
            curvature += q * y[i];
            norm += q * q;
        }

        curvature /= norm;
        return curvature < 0 ? origin + mean + ((skew - (slope / curvature)) / 2) : null;
    }
}
