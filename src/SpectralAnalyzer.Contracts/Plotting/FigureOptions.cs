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
    /// The title of a comparison: text with the placeholders {sample}, {baseline}, {series}, {method} and {verdict}. Null for the
    /// one of the method, else for the names of both spectra.
    /// </summary>
    public string? Title { get; init; }

    /// <summary>
    /// The range of x that is drawn, in the unit of the baseline. Null for that of the method, else for all of the baseline; so
    /// it is where the baseline does not reach the range.
    /// </summary>
    public SpectralRange? XRange { get; init; }

    /// <summary>The range of y that is drawn. Null for that of the method, else for that of the values.</summary>
    public SpectralRange? YRange { get; init; }

    /// <summary>How sample and baseline are shown. Null for what the method says, else <see cref="GraphView.Overlay"/>.</summary>
    public GraphView? View { get; init; }

    /// <summary>
    /// How many peaks are labeled with their position, the most prominent first. Null for what the method says, else 0.
    /// </summary>
    public int? PeakLabels { get; init; }

    /// <summary>
    /// Half the height of the difference panel, in units of y: it is drawn from minus to plus this value. 0 for a height that
    /// follows the differences and is at least a tenth of the height of the panel above; null for that of the method, else 0.
    /// </summary>
    public double? DifferenceScale { get; init; }

    /// <summary>
    /// Colors, lines, letters and footer. Null for the style of the method, else for <see cref="GraphStyle.Default"/>.
    /// </summary>
    public GraphStyle? Style { get; init; }

    /// <summary>Width in pixels.</summary>
    public int PixelWidth => (int)Math.Round(Width * Dpi);

    /// <summary>Height in pixels.</summary>
    public int PixelHeight => (int)Math.Round(Height * Dpi);
}
