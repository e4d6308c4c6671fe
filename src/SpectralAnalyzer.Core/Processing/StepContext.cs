namespace SpectralAnalyzer.Core.Processing;

/// <summary>What a step may need beside its parameters.</summary>
/// <param name="GetReference">Gets the reference as the steps before have prepared it; null where there is none.</param>
/// <param name="ReadSpectrum">Reads a file by its path, and the series of it that is named, or the only one.</param>
internal sealed record StepContext(Func<Spectrum?> GetReference, Func<string, string?, Spectrum> ReadSpectrum);
