using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Draws the figure on a surface: one drawing for pixels and vectors.</summary>
internal sealed class FigureScene
{
    private const int FewPoints = 40;
    private readonly ComparisonFigure _figure;
    private readonly FigureLayout _layout;
    private readonly MissingGlyphs _missing;
    private readonly double _scale;

    /// <summary>Prepares the drawing.</summary>
    public FigureScene(ComparisonFigure figure, FigureOptions options, MissingGlyphs missing)
    {
        _figure = figure;
        _missing = missing;
        var difference = figure.Comparison.Difference;
        _layout = new FigureLayout(options, difference is not null);
        _scale = _layout.Scale;
        var baseline = figure.Baseline;
        XAxis = AxisScale.Exact(baseline.XMin, baseline.XMax, _layout.Main.Width / (42 * _scale));
        IsDescending = baseline.Axis.Unit == AxisUnit.Wavenumber;
        var (low, high) = Extent(baseline, XAxis, (double.PositiveInfinity, double.NegativeInfinity));
        (low, high) = Extent(figure.Sample, XAxis, (low, high));
        Main = AxisScale.Around(low, high, _layout.Main.Height / (18 * _scale));
        if (difference is not null)
        {
            var (below, above) = Extent(difference, XAxis, (0, 0));
            Difference = AxisScale.Around(below, above, _layout.Difference!.Value.Height / (12 * _scale));
        }
    }

    /// <summary>The x axis of both panels.</summary>
    public AxisScale XAxis { get; }

    /// <summary>The y axis of the upper panel.</summary>
    public AxisScale Main { get; }

    /// <summary>The y axis of the lower panel, or null.</summary>
    public AxisScale? Difference { get; }

    /// <summary>True where x falls from left to right.</summary>
    public bool IsDescending { get; }

    /// <summary>Draws everything.</summary>
    public void Draw(IFigureSurface surface, CancellationToken cancellationToken)
    {
        var main = new PanelMap(_layout.Main, XAxis, Main, IsDescending);
        DrawGrid(surface, main, Main);
        DrawSpectrum(surface, _figure.Baseline, main, FigureStyle.BaselineWidth, Ink.Baseline);
        cancellationToken.ThrowIfCancellationRequested();
        DrawSpectrum(surface, _figure.Sample, main, FigureStyle.SampleWidth, Ink.Sample);
        cancellationToken.ThrowIfCancellationRequested();
        DrawFrame(surface, main, Main, _figure.Baseline.Ordinate.Title);
        var lowest = main;
        if (Difference is not null)
        {
            lowest = new PanelMap(_layout.Difference!.Value, XAxis, Difference, IsDescending);
            DrawGrid(surface, lowest, Difference);
            var zero = lowest.Y(0);
            surface.Rule(lowest.Box.Left, zero, lowest.Box.Right, zero, FigureStyle.FrameWidth * _scale, Ink.Zero);
            DrawSpectrum(surface, _figure.Comparison.Difference!, lowest, FigureStyle.DifferenceWidth, Ink.Difference);
            DrawFrame(surface, lowest, Difference, "Difference");
        }

        DrawXLabels(surface, lowest);
        DrawTitles(surface);
        DrawLegend(surface);
    }

    private static (double Low, double High) Extent(Spectrum spectrum, AxisScale x, (double Low, double High) from)
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

    private void DrawSpectrum(IFigureSurface surface, Spectrum spectrum, PanelMap map, double width, Ink ink)
    {
        using var path = CurvePath.Of(spectrum.Abscissae.Span, spectrum.Ordinates.Span, map, surface.ColumnsPerPoint);
        surface.Curve(path.Points, width * _scale, ink, map.Box);
        if (spectrum.Count > FewPoints)
            return;
        foreach (var point in path.Points)
        {
            var isInside = point.X >= map.Box.Left - 0.01 && point.X <= map.Box.Right + 0.01;
            if (!point.IsGap && isInside)
                surface.Dot(point.X, point.Y, width * 1.3 * _scale, ink);
        }
    }

    private void DrawGrid(IFigureSurface surface, PanelMap map, AxisScale y)
    {
        var width = FigureStyle.GridWidth * _scale;
        foreach (var tick in XAxis.Ticks)
            surface.Rule(map.X(tick), map.Box.Top, map.X(tick), map.Box.Bottom, width, Ink.Grid);
        foreach (var tick in y.Ticks)
            surface.Rule(map.Box.Left, map.Y(tick), map.Box.Right, map.Y(tick), width, Ink.Grid);
    }

    private void DrawFrame(IFigureSurface surface, PanelMap map, AxisScale y, string title)
    {
        var box = map.Box;
        var width = FigureStyle.FrameWidth * _scale;
        var tickLength = 3.5 * _scale;
        surface.Rule(box.Left, box.Top, box.Left, box.Bottom, width, Ink.Frame);
        surface.Rule(box.Left, box.Bottom, box.Right, box.Bottom, width, Ink.Frame);
        foreach (var tick in XAxis.Ticks)
            surface.Rule(map.X(tick), box.Bottom, map.X(tick), box.Bottom + tickLength, width, Ink.Frame);
        var size = FigureStyle.TickLabelSize * _scale;
        foreach (var tick in y.Ticks)
        {
            surface.Rule(box.Left - tickLength, map.Y(tick), box.Left, map.Y(tick), width, Ink.Frame);
            var label = FontSet.Shared.Shape(y.Label(tick), size);
            surface.Text(label, box.Left - (6 * _scale) - label.Width, map.Y(tick) + (0.35 * size), false, Ink.Muted);
        }

        var line = AxisTitle(title, y, box.Height);
        surface.Text(line, 18 * _scale, box.CentreY + (line.Width / 2), true, Ink.Text);
    }

    private void DrawXLabels(IFigureSurface surface, PanelMap map)
    {
        var size = FigureStyle.TickLabelSize * _scale;
        foreach (var tick in XAxis.Ticks)
        {
            var label = FontSet.Shared.Shape(XAxis.Label(tick), size);
            surface.Text(label, map.X(tick) - (label.Width / 2), map.Box.Bottom + (14.5 * _scale), false, Ink.Muted);
        }

        var line = AxisTitle(_figure.Baseline.Axis.Title, XAxis, map.Box.Width);
        surface.Text(line, map.Box.CentreX - (line.Width / 2), _layout.XTitleY, false, Ink.Text);
    }

    private TextLine AxisTitle(string title, AxisScale axis, double room)
    {
        var text = axis.Exponent == 0 ? title : title + " × " + MetricsCaption.PowerOfTen(axis.Exponent);
        var size = FigureStyle.AxisTitleSize * _scale;
        var line = FontSet.Shared.Shape(text, size, false, _missing);
        return line.Width <= room
            ? line
            : FontSet.Shared.ShapeWithin(text, room, Math.Max(size * room / line.Width, 0.75 * size), false, _missing);
    }

    private void DrawTitles(IFigureSurface surface)
    {
        var width = _layout.Right - _layout.Left;
        var title = FontSet.Shared.ShapeWithin(_figure.Title, width, FigureStyle.TitleSize * _scale, true, _missing);
        surface.Text(title, _layout.Left, _layout.TitleY, false, Ink.Text);
        var caption = FontSet.Shared.ShapeWithin(
            MetricsCaption.Of(_figure.Comparison, _figure.Baseline.Axis.Symbol), width, FigureStyle.CaptionSize * _scale);
        surface.Text(caption, _layout.Left, _layout.CaptionY, false, Ink.Muted);
    }

    private void DrawLegend(IFigureSurface surface)
    {
        var size = FigureStyle.LegendSize * _scale;
        var swatch = 20 * _scale;
        var space = 6 * _scale;
        var between = 20 * _scale;
        var room = ((_layout.Right - _layout.Left - between) / 2) - swatch - space;
        var x = _layout.Left;
        foreach (var (text, ink, width) in new[]
        {
            (_figure.BaselineLabel, Ink.Baseline, FigureStyle.BaselineWidth),
            (_figure.SampleLabel, Ink.Sample, FigureStyle.SampleWidth),
        })
        {
            var y = _layout.LegendY - (0.36 * size);
            surface.Curve(
                [new CurvePoint(x, y), new CurvePoint(x + swatch, y)],
                Math.Max(width, 1.4) * _scale,
                ink,
                new Box(0, 0, _layout.Width, _layout.Height));
            var label = FontSet.Shared.ShapeWithin(text, room, size, false, _missing);
            surface.Text(label, x + swatch + space, _layout.LegendY, false, Ink.Text);
            x += swatch + space + label.Width + between;
        }
    }
}
