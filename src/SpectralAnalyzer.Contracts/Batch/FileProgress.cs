namespace SpectralAnalyzer;

/// <summary>The progress of one file.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Stage">The current stage.</param>
/// <param name="Fraction">The fraction that is done, from 0 to 1.</param>
public sealed record FileProgress(string Path, BatchStage Stage, double Fraction);
