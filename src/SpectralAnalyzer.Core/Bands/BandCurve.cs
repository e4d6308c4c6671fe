using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Bands;

/// <summary>
/// The polygon through the points of a spectrum. Where it has no value, as beyond its ends and in gaps, the reason is returned.
/// </summary>
internal sealed class BandCurve(Curve curve, string xUnit)
{
    /// <summary>Returns the value at an x.</summary>
    internal double ValueAt(double x, out string? missing)
    {
        if (curve.FiniteCount == 0)
        {
            missing = "The spectrum has no values.";
            return double.NaN;
        }

        if (x < curve.Minimum - curve.Tolerance || x > curve.Maximum + curve.Tolerance)
        {
            missing = FormattableString.Invariant($"The spectrum ends before {x:G7}{Unit}: it has values ")
                + FormattableString.Invariant($"from {curve.Minimum:G7} to {curve.Maximum:G7}{Unit}.");
            return double.NaN;
        }

        x = Math.Clamp(x, curve.Minimum, curve.Maximum);
        var next = curve.FirstAtOrAfter(x);
        double[] ends = curve.X[next] == x ? [curve.Y[next]] : [curve.Y[next - 1], curve.Y[next]];
        var value = ends.Length == 1
            ? ends[0]
            : ends[0] + ((ends[1] - ends[0]) * ((x - curve.X[next - 1]) / (curve.X[next] - curve.X[next - 1])));
        missing = double.IsFinite(value) ? null : NoValueAt(x);
        return missing is null ? value : double.NaN;
    }

    /// <summary>Returns the local base at an x: 0, the value at one x, or the line through the values at two.</summary>
    internal double BaseAt(IReadOnlyList<double> points, double x, out string? missing)
    {
        missing = null;
        if (points.Count == 0)
            return 0;
        var first = ValueAt(points[0], out missing);
        if (missing is not null || points.Count == 1)
            return first;
        var second = ValueAt(points[1], out missing);
        return first + ((second - first) * ((x - points[0]) / (points[1] - points[0])));
    }

    /// <summary>Returns a range above its base, with interpolated ends; null where a value is missing.</summary>
    internal BandPart? Part(SpectralRange range, IReadOnlyList<double> basePoints, out string? missing)
    {
        var first = ValueAt(range.Min, out missing);
        if (missing is not null)
            return null;
        var last = ValueAt(range.Max, out missing);
        if (missing is not null)
            return null;
        double min = Math.Max(range.Min, curve.Minimum), max = Math.Min(range.Max, curve.Maximum);
        int start = curve.FirstAtOrAfter(min), end = curve.LastAtOrBefore(max);
        List<double> x = [], y = [];
        if (curve.X[start] > min)
            Add(min, first);
        for (var i = start; i <= end; i++)
        {
            if (!double.IsFinite(curve.Y[i]))
            {
                missing = NoValueAt(curve.X[i]);
                return null;
            }

            Add(curve.X[i], curve.Y[i]);
        }

        if (x[^1] < max)
            Add(max, last);
        double left = BaseAt(basePoints, min, out missing), right = missing is null ? BaseAt(basePoints, max, out missing) : 0;
        if (missing is not null)
            return null;
        for (var i = 0; i < x.Count; i++)
            y[i] -= max > min ? left + ((right - left) * ((x[i] - min) / (max - min))) : left;
        return new BandPart([.. x], [.. y], Math.Max(0, end - start + 1));

        void Add(double atX, double value)
        {
            x.Add(atX);
            y.Add(value);
        }
    }

    private string Unit => xUnit.Length == 0 ? "" : $" {xUnit}";

    private string NoValueAt(double x) => FormattableString.Invariant($"The spectrum has no value at {x:G7}{Unit}.");
}
