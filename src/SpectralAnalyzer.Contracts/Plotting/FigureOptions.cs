namespace SpectralAnalyzer;

/// <summary>The size and resolution of a graph.</summary>
public sealed record FigureOptions
{
    /// <summary>Width in inches.</summary>
    public double Width { get; init; } = 10;

    /// <summary>Height in inches.</summary>
    public double Height { get; init; } = 6;

    /// <summary>Pixels per inch of PNG and JPG, written into the file.</summary>
    public int Dpi { get; init; } = 300;

    /// <summary>Width in pixels.</summary>
    public int PixelWidth => (int)Math.Round(Width * Dpi);

    /// <summary>Height in pixels.</summary>
    public int PixelHeight => (int)Math.Round(Height * Dpi);
}
