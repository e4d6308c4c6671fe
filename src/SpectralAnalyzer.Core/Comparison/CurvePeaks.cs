using System.Buffers;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Finds the peaks of a part of a curve; of a transmittance or reflectance, whose bands point down, the dips. A band whose top is
/// missing or saturated has no peak.
/// </summary>
internal static class CurvePeaks
{
    /// <summary>True where the bands of a spectrum are minima.</summary>
    public static bool PointDown(OrdinateKind kind) => kind
        is OrdinateKind.Transmittance or OrdinateKind.PercentTransmittance
        or OrdinateKind.Reflectance or OrdinateKind.PercentReflectance;

    /// <summary>Finds the peaks.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="range">The part.</param>
    /// <param name="bandsPointDown">True to find the dips.</param>
    /// <param name="saturationLevel">The level at which the curve is saturated.</param>
    /// <param name="minimumProminence">The part of the height that a peak must stand out by.</param>
    public static Peak[] Find(
        Curve curve, PointRange range, bool bandsPointDown, double saturationLevel, double minimumProminence)
    {
        var x = curve.X.Slice(range.Start, range.Count);
        var y = curve.Y.Slice(range.Start, range.Count);
        if (!bandsPointDown && curve.IsComplete)
            return PeakFinder.Find(x, y, [], saturationLevel, minimumProminence);

        var presentX = ArrayPool<double>.Shared.Rent(range.Count);
        var presentY = ArrayPool<double>.Shared.Rent(range.Count);
        var gaps = new List<int>();
        try
        {
            var present = 0;
            for (var i = 0; i < range.Count; i++)
            {
                if (!double.IsFinite(y[i]))
                {
                    if (present > 0 && (gaps.Count == 0 || gaps[^1] != present))
                        gaps.Add(present);
                    continue;
                }

                presentX[present] = x[i];
                presentY[present++] = bandsPointDown ? -y[i] : y[i];
            }

            return PeakFinder.Find(
                presentX.AsSpan(0, present), presentY.AsSpan(0, present), [.. gaps], saturationLevel, minimumProminence);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(presentX);
            ArrayPool<double>.Shared.Return(presentY);
        }
    }
}
