using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>A spectrum of a file after the comparison: an outcome, or an error, or neither where the outcome was let go.</summary>
/// <param name="Spectrum">The spectrum as it was read.</param>
/// <param name="Outcome">How it compares.</param>
/// <param name="Error">Why it does not.</param>
internal sealed record ComparedSpectrum(Spectrum Spectrum, ComparisonOutcome? Outcome, SpectralError? Error);
