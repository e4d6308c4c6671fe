namespace SpectralAnalyzer.Core.Export;

/// <summary>A spectrum to be written.</summary>
/// <param name="Spectrum">The spectrum.</param>
/// <param name="IncludeMetadata">Whether a format whose readers may not expect it writes the metadata too.</param>
internal sealed record SpectrumContent(Spectrum Spectrum, bool IncludeMetadata = false);
