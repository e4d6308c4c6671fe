namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Limits a baseline to the regions that are compared.</summary>
internal static class Regions
{
    private const int FewestPoints = 2;

    /// <summary>Returns the curve without values outside of the regions.</summary>
    /// <param name="curve">The baseline.</param>
    /// <param name="regions">The regions; empty for all of it.</param>
    /// <param name="unit">The symbol of the x unit.</param>
    /// <exception cref="SpectralException"><c>RegionEmpty</c>: a region has fewer than two of its points.</exception>
    internal static Curve Limit(Curve curve, IReadOnlyList<SpectralRange> regions, string unit)
    {
        if (regions.Count == 0)
            return curve;
        foreach (var region in regions)
        {
            if (PointRange.Within(curve, region.Min, region.Max).Count >= FewestPoints)
                continue;
            var symbol = unit.Length == 0 ? "" : " " + unit;
            throw new SpectralException(
                SpectralErrorIds.RegionEmpty, SpectralErrorCategory.InvalidArgument,
                FormattableString.Invariant($"The region {region}{symbol} has fewer than {FewestPoints} points of the baseline, ")
                + FormattableString.Invariant($"which reaches from {curve.Minimum:G7} to {curve.Maximum:G7}{symbol}."),
                "State regions within the baseline's range, in its x unit.");
        }

        return curve.Within(regions);
    }
}
