namespace SpectralAnalyzer;

/// <summary>The limits of a model, for the share of good spectra that <see cref="SpectralModel.Confidence"/> states.</summary>
/// <param name="T2">The limit of T² for spectra that the model has not learned from.</param>
/// <param name="CalibrationT2">The limit of T² for the spectra that the model has learned from.</param>
/// <param name="Q">The limit of Q; NaN where the components leave no residual that it could be computed from.</param>
public sealed record ModelLimits(double T2, double CalibrationT2, double Q);
