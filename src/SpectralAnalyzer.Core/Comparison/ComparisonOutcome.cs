namespace SpectralAnalyzer.Core.Comparison;

/// <summary>A comparison, with all that has to be told about how it was made.</summary>
/// <param name="Comparison">The figures.</param>
/// <param name="Baseline">The baseline as it is compared: what a graph draws.</param>
/// <param name="Sample">The sample in the baseline's units where it could be converted, on its own grid: what a graph
/// draws.</param>
/// <param name="Conversions">The conversions that were made.</param>
/// <param name="Warnings">What may be wrong although the comparison was made.</param>
public sealed record ComparisonOutcome(
    SpectralComparison Comparison,
    Spectrum Baseline,
    Spectrum Sample,
    IReadOnlyList<AppliedConversion> Conversions,
    IReadOnlyList<string> Warnings);
