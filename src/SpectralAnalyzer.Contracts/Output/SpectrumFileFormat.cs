namespace SpectralAnalyzer;

/// <summary>The file format that a spectrum is saved in.</summary>
public enum SpectrumFileFormat
{
    /// <summary>Comma-separated values: comment lines with what is known, names with units, one line a point, x ascending.</summary>
    Csv,

    /// <summary>JCAMP-DX 4.24, as nearly every program for spectra reads it.</summary>
    JcampDx,
}
