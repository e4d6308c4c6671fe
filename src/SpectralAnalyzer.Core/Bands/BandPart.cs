namespace SpectralAnalyzer.Core.Bands;

/// <summary>A range of a spectrum above its base: a polygon without gaps.</summary>
/// <param name="x">The corners, rising; the ends of the range first and last.</param>
/// <param name="y">The heights above the base.</param>
/// <param name="pointCount">How many points of the spectrum are in the range.</param>
internal sealed class BandPart(double[] x, double[] y, int pointCount)
{
    private const string NoBand = "There is no band: nothing in the range is above the base.";

    internal int PointCount => pointCount;

    /// <summary>Returns the largest value, the first of equal ones.</summary>
    internal BandShape Height()
    {
        var top = Top();
        return new(y[top], x[top], EndNote(top));
    }

    /// <summary>Returns the integral.</summary>
    internal BandShape Area() => new(Integral(), double.NaN);

    /// <summary>Returns ∫xy ÷ ∫y of the polygon.</summary>
    internal BandShape Centroid()
    {
        var area = Integral();
        if (!(area > 0))
            return BandShape.NotDefined("There is no band: the area above the base is not positive.");
        // about the start of the range, so that large x lose no digits
        double moment = 0;
        for (var i = 1; i < x.Length; i++)
        {
            double a = x[i - 1] - x[0], b = x[i] - x[0];
            moment += (b - a) * ((y[i - 1] * ((2 * a) + b)) + (y[i] * (a + (2 * b)))) / 6;
        }

        var centroid = x[0] + (moment / area);
        if (!(centroid >= x[0] && centroid <= x[^1]))
            return BandShape.NotDefined("Parts of the range are below the base, and the centroid would be outside of the range.");
        return new(centroid, centroid, y.Any(value => value < 0) ? "Parts of the range are below the base." : null);
    }

    /// <summary>Returns the distance of the points next to the top at which half of the height is crossed.</summary>
    internal BandShape Width(string unit)
    {
        var top = Top();
        if (!(y[top] > 0))
            return BandShape.NotDefined(NoBand);
        var half = y[top] / 2;
        double left = Crossing(top, -1, half), right = Crossing(top, 1, half);
        if (double.IsNaN(left) || double.IsNaN(right))
        {
            return BandShape.NotDefined(
                "The band does not fall to half of its height before "
                + FormattableString.Invariant($"{(double.IsNaN(left) ? x[0] : x[^1]):G7}{(unit.Length == 0 ? "" : " ")}{unit}."));
        }

        return new(right - left, x[top]);
    }

    private int Top()
    {
        var top = 0;
        for (var i = 1; i < y.Length; i++)
            top = y[i] > y[top] ? i : top;
        return top;
    }

    private double Integral()
    {
        double area = 0;
        for (var i = 1; i < x.Length; i++)
            area += (x[i] - x[i - 1]) * (y[i] + y[i - 1]) / 2;
        return area;
    }

    private double Crossing(int top, int step, double level)
    {
        for (var i = top + step; i >= 0 && i < y.Length; i += step)
        {
            if (y[i] <= level)
                return x[i] + ((x[i - step] - x[i]) * ((level - y[i]) / (y[i - step] - y[i])));
        }

        return double.NaN;
    }

    private string? EndNote(int top) => top == 0 || top == y.Length - 1
        ? "The largest value is at the end of the range: the top of the band may be outside."
        : null;
}
