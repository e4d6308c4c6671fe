namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Where the parts of the figure are, in points.</summary>
internal sealed class FigureLayout
{
    /// <summary>Lays the figure out.</summary>
    /// <param name="options">Its size.</param>
    /// <param name="hasDifference">True where there is a lower panel.</param>
    public FigureLayout(FigureOptions options, bool hasDifference)
    {
        Scale = FigureStyle.Scale(options);
        Width = options.Width * 72;
        Height = options.Height * 72;
        Left = 62 * Scale;
        Right = Width - (20 * Scale);
        TitleY = 24 * Scale;
        LegendY = 43 * Scale;
        CaptionY = Height - (11 * Scale);
        XTitleY = Height - (30 * Scale);
        var bottom = Height - (62 * Scale);
        var top = 54 * Scale;
        var gap = hasDifference ? 15 * Scale : 0;
        var difference = hasDifference ? Math.Round((bottom - top - gap) * 0.25) : 0;
        Main = new Box(Left, top, Right, bottom - difference - gap);
        Difference = hasDifference ? new Box(Left, bottom - difference, Right, bottom) : null;
    }

    public double Scale { get; }

    public double Width { get; }

    public double Height { get; }

    public double Left { get; }

    public double Right { get; }

    /// <summary>The baseline of the title.</summary>
    public double TitleY { get; }

    /// <summary>The baseline of the legend.</summary>
    public double LegendY { get; }

    /// <summary>The baseline of the x axis' title.</summary>
    public double XTitleY { get; }

    /// <summary>The baseline of the metrics.</summary>
    public double CaptionY { get; }

    /// <summary>The panel of the two spectra.</summary>
    public Box Main { get; }

    /// <summary>The panel of their difference, or null.</summary>
    public Box? Difference { get; }
}
