namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Which way the bands of a spectrum point whose quantity is not stated, by its shape: down where most of the points lie near the
/// top, and it bends up more sharply than down. Of 145 measured absorbances and intensities none looks like that, of 27
/// transmittances 13.
/// </summary>
internal static class BandDirection
{
    private const int FewestPoints = 50;
    private const double NearTheTop = 0.7;
    private const double BendsUp = 0.2;
    private const int PartOfCurve = 200;

    /// <summary>Returns the kind whose bands point as those of a curve.</summary>
    /// <param name="y">The values, gaps included.</param>
    /// <param name="kind">What they are.</param>
    internal static OrdinateKind Shape(ReadOnlySpan<double> y, OrdinateKind kind) =>
        kind == OrdinateKind.Unknown && LooksDown(y) ? OrdinateKind.Transmittance : kind;

    private static bool LooksDown(ReadOnlySpan<double> y)
    {
        var values = new double[y.Length];
        var count = 0;
        foreach (var value in y)
        {
            if (double.IsFinite(value))
                values[count++] = value;
        }

        if (count < FewestPoints)
            return false;
        var bend = Bend(values.AsSpan(0, count));
        Array.Sort(values, 0, count);
        double lowest = values[count / 100], middle = values[count / 2], highest = values[count - 1 - (count / 100)];
        return middle - lowest > NearTheTop * (highest - lowest) && bend > BendsUp;
    }

    // the sum of the cubes of the second differences of means over a two hundredth of the curve, −1 to 1
    private static double Bend(ReadOnlySpan<double> y)
    {
        var width = Math.Max(1, y.Length / PartOfCurve);
        var sums = new double[y.Length + 1];
        for (var i = 0; i < y.Length; i++)
            sums[i + 1] = sums[i] + y[i];
        double up = 0, all = 0;
        for (var i = 0; i + (3 * width) <= y.Length; i++)
        {
            double left = sums[i + width] - sums[i], middle = sums[i + (2 * width)] - sums[i + width];
            var bend = (left + sums[i + (3 * width)] - sums[i + (2 * width)] - (2 * middle)) / width;
            up += bend * bend * bend;
            all += Math.Abs(bend * bend * bend);
        }

        return all > 0 ? up / all : 0;
    }
}
