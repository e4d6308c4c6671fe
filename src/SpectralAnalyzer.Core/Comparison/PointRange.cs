namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Some points of a curve, side by side.</summary>
/// <param name="Start">The index of the first.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct PointRange(int Start, int Count)
{
    /// <summary>The points of a curve from one position to another, both included, with an allowance for rounding.</summary>
    public static PointRange Within(Curve curve, double minimum, double maximum)
    {
        var start = Math.Max(curve.First, curve.FirstAtOrAfter(minimum - curve.Tolerance));
        var end = Math.Min(curve.Last, curve.LastAtOrBefore(maximum + curve.Tolerance));
        return new PointRange(start, Math.Max(0, end - start + 1));
    }
}
