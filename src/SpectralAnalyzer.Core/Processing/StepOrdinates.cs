namespace SpectralAnalyzer.Core.Processing;

/// <summary>The ordinates of quantities that a step makes of others.</summary>
internal static class StepOrdinates
{
    /// <summary>Returns another quantity, with a label that names what it was made of.</summary>
    internal static SpectralOrdinate Normalized(SpectralOrdinate from, string how) => Other(from, $"{from.Title} ({how})");

    /// <summary>Returns another quantity with a label.</summary>
    internal static SpectralOrdinate Other(SpectralOrdinate from, string label) =>
        new(OrdinateKind.Other, label, from.IsInferred);
}
