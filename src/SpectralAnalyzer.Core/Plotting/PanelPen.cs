using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Draws the parts of a panel: grid, lines, frame and labels.</summary>
/// <param name="scale">By how much text and hairlines are larger than on a 10 × 6 inch figure.</param>
/// <param name="missing">Takes the characters that no font has.</param>
internal sealed class PanelPen(double scale, MissingGlyphs missing)
{
    private const int FewPoints = 40;

    /// <summary>The smallest and the largest y of a spectrum within the axis' limits, and those that were found before.</summary>
    public static (double Low, double High) Extent(Spectrum spectrum, AxisScale x, (double Low, double High) from)
    {
        var (low, high) = from;
        var xs = spectrum.Abscissae.Span;
        var ys = spectrum.Ordinates.Span;
        for (var i = 0; i < xs.Length; i++)
        {
            if (xs[i] < x.Min || xs[i] > x.Max || !double.IsFinite(ys[i]))
                continue;
            low = Math.Min(low, ys[i]);
            high = Math.Max(high, ys[i]);
        }

        return (low, high);
    }

    /// <summary>Draws the grid.</summary>
    public void Grid(IFigureSurface surface, PanelMap map, AxisScale x, AxisScale y)
    {
        var width = FigureStyle.GridWidth * scale;
        foreach (var tick in x.Ticks)
            surface.Rule(map.X(tick), map.Box.Top, map.X(tick), map.Box.Bottom, width, Ink.Grid);
        foreach (var tick in y.Ticks)
            surface.Rule(map.Box.Left, map.Y(tick), map.Box.Right, map.Y(tick), width, Ink.Grid);
    }

    /// <summary>Draws the line of a spectrum; the points of one that has few are marked.</summary>
    public void Spectrum(IFigureSurface surface, Spectrum spectrum, PanelMap map, double width, Ink ink)
    {
        using var path = CurvePath.Of(spectrum.Abscissae.Span, spectrum.Ordinates.Span, map, surface.ColumnsPerPoint);
        surface.Curve(path.Points, width * scale, ink, map.Box);
        if (spectrum.Count > FewPoints)
            return;
        foreach (var point in path.Points)
        {
            var isInside = point.X >= map.Box.Left - 0.01 && point.X <= map.Box.Right + 0.01;
            if (!point.IsGap && isInside)
                surface.Dot(point.X, point.Y, width * 1.3 * scale, ink);
        }
    }

    /// <summary>Draws the two axes with their ticks, the labels of y, and the title of y.</summary>
    public void Frame(IFigureSurface surface, PanelMap map, AxisScale x, AxisScale y, string title)
    {
        var box = map.Box;
        var width = FigureStyle.FrameWidth * scale;
        var tickLength = 3.5 * scale;
        Axes(surface, map, x);
        var size = FigureStyle.TickLabelSize * scale;
        foreach (var tick in y.Ticks)
        {
            surface.Rule(box.Left - tickLength, map.Y(tick), box.Left, map.Y(tick), width, Ink.Frame);
            var label = FontSet.Shared.Shape(y.Label(tick), size);
            surface.Text(label, box.Left - (6 * scale) - label.Width, map.Y(tick) + (0.35 * size), false, Ink.Muted);
        }

        YTitle(surface, box, title, y);
    }

    /// <summary>Draws the two axes, with the ticks of x.</summary>
    public void Axes(IFigureSurface surface, PanelMap map, AxisScale x)
    {
        var box = map.Box;
        var width = FigureStyle.FrameWidth * scale;
        surface.Rule(box.Left, box.Top, box.Left, box.Bottom, width, Ink.Frame);
        surface.Rule(box.Left, box.Bottom, box.Right, box.Bottom, width, Ink.Frame);
        foreach (var tick in x.Ticks)
            surface.Rule(map.X(tick), box.Bottom, map.X(tick), box.Bottom + (3.5 * scale), width, Ink.Frame);
    }

    /// <summary>Draws the title of y, upwards beside a box; an empty one is none.</summary>
    public void YTitle(IFigureSurface surface, Box box, string title, AxisScale? y)
    {
        if (title.Length == 0)
            return;
        var line = AxisTitle(title, y, box.Height);
        surface.Text(line, 18 * scale, box.CentreY + (line.Width / 2), true, Ink.Text);
    }

    /// <summary>Draws the labels and the title of x.</summary>
    public void XLabels(IFigureSurface surface, PanelMap map, AxisScale x, string title, double titleY)
    {
        var size = FigureStyle.TickLabelSize * scale;
        foreach (var tick in x.Ticks)
        {
            var label = FontSet.Shared.Shape(x.Label(tick), size);
            surface.Text(label, map.X(tick) - (label.Width / 2), map.Box.Bottom + (14.5 * scale), false, Ink.Muted);
        }

        var line = AxisTitle(title, x, map.Box.Width);
        surface.Text(line, map.Box.CentreX - (line.Width / 2), titleY, false, Ink.Text);
    }

    private TextLine AxisTitle(string title, AxisScale? axis, double room)
    {
        var text = axis is null || axis.Exponent == 0 ? title : title + " × " + MetricsCaption.PowerOfTen(axis.Exponent);
        var size = FigureStyle.AxisTitleSize * scale;
        var line = FontSet.Shared.Shape(text, size, false, missing);
        return line.Width <= room
            ? line
            : FontSet.Shared.ShapeWithin(text, room, Math.Max(size * room / line.Width, 0.75 * size), false, missing);
    }
}
