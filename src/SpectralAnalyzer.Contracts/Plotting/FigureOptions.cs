namespace SpectralAnalyzer;

/// <summary>The size, the resolution and the scales of a graph.</summary>
public sealed record FigureOptions
{
    /// <summary>Width in inches.</summary>
    public double Width { get; init; } = 10;

    /// <summary>Height in inches.</summary>
    public double Height { get; init; } = 6;

    /// <summary>Pixels per inch of PNG and JPG, written into the file.</summary>
    public int Dpi { get; init; } = 300;

    /// <summary>
    /// Half the height of the difference panel, in units of y: it is drawn from minus to plus this value. 0 for a height that
    /// follows the differences and is at least a tenth of the height of the panel above; null for that of the method, else 0.
    /// </summary>
    public double? DifferenceScale { get; init; }

    /// <summary>Width in pixels.</summary>
    public int PixelWidth => (int)Math.Round(Width * Dpi);

    /// <summary>Height in pixels.</summary>
    public int PixelHeight => (int)Math.Round(Height * Dpi);
}
