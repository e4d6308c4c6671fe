using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Raster;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Draws the figure on a surface: one drawing for pixels and vectors.</summary>
internal sealed class FigureScene : IFigureScene
{
    private readonly ComparisonFigure _figure;
    private readonly FigureLayout _layout;
    private readonly MissingGlyphs _missing;
    private readonly double _scale;
    private readonly PanelPen _pen;

    /// <summary>Prepares the drawing.</summary>
    public FigureScene(ComparisonFigure figure, FigureOptions options, MissingGlyphs missing)
    {
        _figure = figure;
        _missing = missing;
        var difference = figure.Comparison.Difference;
        _layout = new FigureLayout(options, difference is not null);
        _scale = _layout.Scale;
        _pen = new PanelPen(_scale, missing);
        var baseline = figure.Baseline;
        XAxis = AxisScale.Exact(baseline.XMin, baseline.XMax, _layout.Main.Width / (42 * _scale));
        IsDescending = baseline.Axis.IsDrawnFalling;
        var (low, high) = PanelPen.Extent(baseline, XAxis, (double.PositiveInfinity, double.NegativeInfinity));
        (low, high) = PanelPen.Extent(figure.Sample, XAxis, (low, high));
        Main = AxisScale.Around(low, high, _layout.Main.Height / (18 * _scale));
        if (difference is not null)
        {
            var (below, above) = PanelPen.Extent(difference, XAxis, (0, 0));
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

    /// <inheritdoc/>
    public Palette Palette => Palette.Comparison;

    /// <inheritdoc/>
    public void Draw(IFigureSurface surface, CancellationToken cancellationToken)
    {
        var main = new PanelMap(_layout.Main, XAxis, Main, IsDescending);
        _pen.Grid(surface, main, XAxis, Main);
        _pen.Spectrum(surface, _figure.Baseline, main, FigureStyle.BaselineWidth, Ink.Baseline);
        cancellationToken.ThrowIfCancellationRequested();
        _pen.Spectrum(surface, _figure.Sample, main, FigureStyle.SampleWidth, Ink.Sample);
        cancellationToken.ThrowIfCancellationRequested();
        _pen.Frame(surface, main, XAxis, Main, _figure.Baseline.Ordinate.Title);
        var lowest = main;
        if (Difference is not null)
        {
            lowest = new PanelMap(_layout.Difference!.Value, XAxis, Difference, IsDescending);
            _pen.Grid(surface, lowest, XAxis, Difference);
            var zero = lowest.Y(0);
            surface.Rule(lowest.Box.Left, zero, lowest.Box.Right, zero, FigureStyle.FrameWidth * _scale, Ink.Zero);
            _pen.Spectrum(surface, _figure.Comparison.Difference!, lowest, FigureStyle.DifferenceWidth, Ink.Difference);
            _pen.Frame(surface, lowest, XAxis, Difference, "Difference");
        }

        _pen.XLabels(surface, lowest, XAxis, _figure.Baseline.Axis.Title, _layout.XTitleY);
        DrawTitles(surface);
        DrawLegend(surface);
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
