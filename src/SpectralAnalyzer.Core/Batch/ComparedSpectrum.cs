using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>A spectrum after the comparison: with an outcome or an error, or neither if the outcome was released.</summary>
/// <param name="Spectrum">The spectrum as it was read.</param>
/// <param name="Outcome">The comparison, or null.</param>
/// <param name="Judged">What the method measured and judged, or null.</param>
/// <param name="Error">The error, or null.</param>
internal sealed record ComparedSpectrum(
    Spectrum Spectrum, ComparisonOutcome? Outcome, JudgedSpectrum? Judged, SpectralError? Error);
