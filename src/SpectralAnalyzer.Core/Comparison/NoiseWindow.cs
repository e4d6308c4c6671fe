namespace SpectralAnalyzer.Core.Comparison;

/// <summary>A range of the baseline without gaps, and the noise in it.</summary>
/// <param name="From">The position of the first point.</param>
/// <param name="To">The position of the last point.</param>
/// <param name="Noise">The root mean square of what a straight line leaves.</param>
internal readonly record struct NoiseWindow(double From, double To, double Noise)
{
    private const int FewestPoints = 20;
    private const int PartOfRange = 40;

    /// <summary>
    /// Returns the windows of a part of a curve, the quietest first: each has a fortieth of its points, and begins in the middle
    /// of the one before. Where the curve has no noise at all, it was padded, and there is none.
    /// </summary>
    internal static NoiseWindow[] Find(Curve curve, PointRange range)
    {
        var width = Math.Max(FewestPoints, range.Count / PartOfRange);
        var windows = new List<NoiseWindow>();
        for (var start = range.Start; start + width <= range.Start + range.Count; start += width / 2)
        {
            if (!FiniteValues.Are(curve.Y.Slice(start, width)))
                continue;
            double from = curve.X[start], to = curve.X[start + width - 1];
            var noise = Residuals.About(curve, from, to).Rms;
            if (noise > 0)
                windows.Add(new NoiseWindow(from, to, noise));
        }

        return [.. windows.OrderBy(window => window.Noise)];
    }
}
