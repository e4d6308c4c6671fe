namespace SpectralAnalyzer;

/// <summary>One point of a spectrum.</summary>
/// <param name="X">The abscissa, in the x unit of the spectrum.</param>
/// <param name="Y">The ordinate, in the y unit of the spectrum; NaN where it is missing.</param>
/// <param name="Spectrum">The name of the spectrum, with that of its file.</param>
public sealed record SpectralPoint(double X, double Y, string Spectrum);
