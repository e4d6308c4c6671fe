namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>Keeps some points of a spectrum.</summary>
internal static class KeptPoints
{
    internal static Spectrum Keep(ProcessingStepInfo step, Spectrum spectrum, Func<double, bool> isKept)
    {
        var x = spectrum.Abscissae.Span;
        var keep = new bool[x.Length];
        var count = 0;
        for (var i = 0; i < x.Length; i++)
        {
            keep[i] = isKept(x[i]);
            count += keep[i] ? 1 : 0;
        }

        return count > 0 ? spectrum.KeepPoints(keep) : throw StepErrors.NotApplicable(
            step, Invariant($"no point is left; the spectrum goes from {x[0]} to {x[^1]} {spectrum.Axis.Symbol}."),
            "Check the ranges, and the unit of x.");
    }
}
