namespace SpectralAnalyzer.Core.Spectra;

/// <summary>A converted spectrum, with the conversion and its warnings.</summary>
/// <param name="Spectrum">
/// The spectrum in the unit that was asked for; the same object where there was nothing to convert.
/// </param>
/// <param name="Applied">The conversion that was made; null where there was nothing to convert.</param>
/// <param name="Warnings">Values that the conversion flags, for example transmittances that have no absorbance.</param>
public sealed record ConvertedSpectrum(Spectrum Spectrum, AppliedConversion? Applied, IReadOnlyList<string> Warnings);
