namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// The slopes of the monotone piecewise cubic Hermite interpolation: F. N. Fritsch, R. E. Carlson, SIAM J. Numer. Anal. 17 (1980)
/// 238–246, with the weighted harmonic mean of F. N. Fritsch, J. Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300–304, and the
/// three-point slopes at the ends, limited so that the shape is kept, of C. Moler, Numerical Computing with MATLAB (2004), 3.6.
/// </summary>
internal static class PchipSlopes
{
    public static void Fill(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Span<double> slopes)
    {
        var last = x.Length - 1;
        var secant = (y[1] - y[0]) / (x[1] - x[0]);
        if (last == 1)
        {
            slopes[0] = slopes[1] = secant;
            return;
        }

        var next = (y[2] - y[1]) / (x[2] - x[1]);
        slopes[0] = EndSlope(x[1] - x[0], x[2] - x[1], secant, next);
        for (var i = 1; i < last; i++)
        {
            double before = x[i] - x[i - 1], after = x[i + 1] - x[i];
            next = (y[i + 1] - y[i]) / after;
            slopes[i] = HarmonicMean(before, after, secant, next);
            if (i == last - 1)
                slopes[last] = EndSlope(after, before, next, secant);
            secant = next;
        }
    }

    private static double HarmonicMean(double before, double after, double secant, double next)
    {
        if (!SameSign(secant, next))
            return 0;
        double weight = (2 * after) + before, nextWeight = after + (2 * before);
        var sum = weight + nextWeight;
        return 1 / ((weight / sum / secant) + (nextWeight / sum / next));
    }

    // A product of tiny slopes would be zero.
    private static bool SameSign(double a, double b) => (a > 0 && b > 0) || (a < 0 && b < 0);

    private static double EndSlope(double width, double nextWidth, double secant, double next)
    {
        var slope = ((((2 * width) + nextWidth) * secant) - (width * next)) / (width + nextWidth);
        if (!SameSign(slope, secant))
            return 0;
        return !SameSign(secant, next) && Math.Abs(slope) > 3 * Math.Abs(secant) ? 3 * secant : slope;
    }
}
