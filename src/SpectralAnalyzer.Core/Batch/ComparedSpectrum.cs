using SpectralAnalyzer.Core.Comparison;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>A spectrum after the comparison: with an outcome or an error, or neither if the outcome was released.</summary>
internal sealed record ComparedSpectrum(Spectrum Spectrum, ComparisonOutcome? Outcome, SpectralError? Error);
