namespace SpectralAnalyzer;

/// <summary>The file format of a graph.</summary>
public enum GraphFormat
{
    /// <summary>Portable Network Graphics: pixels, lossless.</summary>
    Png,

    /// <summary>JPEG: pixels, lossy, smaller.</summary>
    Jpg,

    /// <summary>PDF: vectors, for print.</summary>
    Pdf,

    /// <summary>SVG: vectors, for the web.</summary>
    Svg,
}
