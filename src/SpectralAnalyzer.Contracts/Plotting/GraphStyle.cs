namespace SpectralAnalyzer;

/// <summary>Colors, lines, letters and footer of graphs. A color is written as <c>#RRGGBB</c>.</summary>
public sealed record GraphStyle
{
    /// <summary>
    /// The style without which graphs are drawn: colors of Okabe and Ito, and of viridis, which can be distinguished with any
    /// color vision.
    /// </summary>
    public static GraphStyle Default { get; } = new();

    /// <summary>Light on dark, for screens; the same colors, brightened.</summary>
    public static GraphStyle Dark { get; } = new()
    {
        Name = "Dark",
        Paper = "#16191D",
        Text = "#F0F0F0",
        Muted = "#B4B8BD",
        Grid = "#2A2F35",
        Frame = "#8A9097",
        Zero = "#646A70",
        Sample = "#FF9E4A",
        Difference = "#3CD6A8",
        Series = ["#56B4E9", "#FF9E4A", "#3CD6A8", "#E79AC4", "#F0C040", "#9CC8F0", "#B79AF0", "#C8C8C8"],
        Ramp = ["#7A5BD0", "#4F8FD8", "#2FB8B8", "#4FD37C", "#B5E04A", "#FDE725"],
    };

    /// <summary>Black and gray on white, for print without colors.</summary>
    public static GraphStyle Monochrome { get; } = new()
    {
        Name = "Monochrome",
        Baseline = "#A8A8A8",
        Sample = "#000000",
        Difference = "#404040",
        Series = ["#000000", "#9A9A9A", "#5C5C5C", "#C4C4C4"],
        Ramp = ["#000000", "#BEBEBE"],
    };

    /// <summary>The styles that have a name.</summary>
    public static IReadOnlyList<GraphStyle> All { get; } = [Default, Dark, Monochrome];

    /// <summary>The name.</summary>
    public string Name { get; init; } = "Default";

    /// <summary>The color of the background.</summary>
    public string Paper { get; init; } = "#FFFFFF";

    /// <summary>The color of titles.</summary>
    public string Text { get; init; } = "#212121";

    /// <summary>The color of the labels of axes and of the line of metrics.</summary>
    public string Muted { get; init; } = "#575757";

    /// <summary>The color of the grid.</summary>
    public string Grid { get; init; } = "#E9E9E9";

    /// <summary>The color of axes.</summary>
    public string Frame { get; init; } = "#636363";

    /// <summary>The color of the line at a difference of 0.</summary>
    public string Zero { get; init; } = "#9E9E9E";

    /// <summary>The color of the baseline.</summary>
    public string Baseline { get; init; } = "#56B4E9";

    /// <summary>The color of the sample.</summary>
    public string Sample { get; init; } = "#D55E00";

    /// <summary>The color of the difference.</summary>
    public string Difference { get; init; } = "#009E73";

    /// <summary>The colors of a few spectra, in their order.</summary>
    public IReadOnlyList<string> Series { get; init => field = ListedValues<string>.Wrap(value); } = ListedValues<string>.Wrap(
        ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#5D3A9B", "#595959"]);

    /// <summary>The colors of more spectra than <see cref="Series"/> has: those between are mixed.</summary>
    public IReadOnlyList<string> Ramp { get; init => field = ListedValues<string>.Wrap(value); } = ListedValues<string>.Wrap(
        ["#440154", "#472D7B", "#3B528B", "#2C728E", "#21918C", "#28AE80", "#5EC962", "#ADDC30"]);

    /// <summary>By how much the lines of spectra are thicker than by default.</summary>
    public double LineWidth { get; init; } = 1;

    /// <summary>By how much letters, and margins with them, are larger than by default.</summary>
    public double FontSize { get; init; } = 1;

    /// <summary>A text at the lower left, or an empty string.</summary>
    public string Footer { get; init; } = "";

    /// <summary>Full path of a PNG or JPG that is drawn at the lower right, or null.</summary>
    public string? Logo { get; init; }

    /// <summary>Returns the name.</summary>
    public override string ToString() => Name;
}
