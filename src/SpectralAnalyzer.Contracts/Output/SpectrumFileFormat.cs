namespace SpectralAnalyzer;

/// <summary>The file format of a saved spectrum.</summary>
public enum SpectrumFileFormat
{
    /// <summary>Comma-separated values: metadata as comments, column names with units, one line per point, x ascending.</summary>
    Csv,

    /// <summary>JCAMP-DX 4.24, which nearly every spectroscopy program reads.</summary>
    JcampDx,
}
