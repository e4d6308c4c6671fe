using System.Buffers;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>The peaks of a part of a curve, gaps left out; of a transmittance or reflectance, whose bands point down, the dips.</summary>
internal static class CurvePeaks
{
    /// <summary>True where the bands of a spectrum are minima.</summary>
    public static bool PointDown(OrdinateKind kind) => kind
        is OrdinateKind.Transmittance or OrdinateKind.PercentTransmittance
        or OrdinateKind.Reflectance or OrdinateKind.PercentReflectance;

    public static Peak[] Of(Curve curve, PointRange range, bool bandsPointDown)
    {
        var x = curve.X.Slice(range.Start, range.Count);
        var y = curve.Y.Slice(range.Start, range.Count);
        if (!bandsPointDown && curve.IsComplete)
            return PeakFinder.Find(x, y);

        var keptX = ArrayPool<double>.Shared.Rent(range.Count);
        var keptY = ArrayPool<double>.Shared.Rent(range.Count);
        try
        {
            var kept = 0;
            for (var i = 0; i < range.Count; i++)
            {
                if (!double.IsFinite(y[i]))
                    continue;
                keptX[kept] = x[i];
                keptY[kept++] = bandsPointDown ? -y[i] : y[i];
            }

            return PeakFinder.Find(keptX.AsSpan(0, kept), keptY.AsSpan(0, kept));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(keptX);
            ArrayPool<double>.Shared.Return(keptY);
        }
    }
}
