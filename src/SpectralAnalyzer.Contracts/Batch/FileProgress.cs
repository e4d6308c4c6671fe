namespace SpectralAnalyzer;

/// <summary>A file in work.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Stage">The stage that it is in.</param>
/// <param name="Fraction">How far it is, from 0 to 1.</param>
public sealed record FileProgress(string Path, BatchStage Stage, double Fraction);
