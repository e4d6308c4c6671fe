namespace SpectralAnalyzer;

/// <summary>What a method states of the graph.</summary>
public sealed record MethodGraph
{
    /// <summary>The title, as <see cref="FigureOptions.Title"/>; null for the names of both spectra.</summary>
    public string? Title { get; init; }

    /// <summary>How sample and baseline are shown.</summary>
    public GraphView View { get; init; }

    /// <summary>Colors, lines, letters and footer; null for the default style.</summary>
    public GraphStyle? Style { get; init; }

    /// <summary>The range of x that is drawn; null for all that is compared.</summary>
    public SpectralRange? XRange { get; init; }

    /// <summary>The range of y that is drawn; null for that of the values.</summary>
    public SpectralRange? YRange { get; init; }

    /// <summary>The names of the bands whose ranges are shaded.</summary>
    public IReadOnlyList<string> Shade { get; init => field = ListedValues<string>.Wrap(value); } =
        ListedValues<string>.Wrap([]);

    /// <summary>How many peaks are labeled with their position, the highest first.</summary>
    public int PeakLabels { get; init; }

    /// <summary>
    /// Half the height of the difference panel, in units of y; null for one that follows the differences, as
    /// <see cref="FigureOptions.DifferenceScale"/> describes.
    /// </summary>
    public double? DifferenceScale { get; init; }
}
