using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Raster;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Draws several spectra in one figure: over each other, beneath each other, or each shifted from the one before.</summary>
internal sealed class SpectraScene : IFigureScene
{
    private const double LineWidth = 1.1;
    private readonly SpectraFigure _figure;
    private readonly MissingGlyphs _missing;
    private readonly PanelPen _pen;
    private readonly SpectraLegend _legend;
    private readonly double _scale;
    private readonly double _width;
    private readonly double _height;

    /// <summary>Prepares the drawing.</summary>
    public SpectraScene(SpectraFigure figure, FigureOptions options, MissingGlyphs missing)
    {
        _figure = figure;
        _missing = missing;
        _scale = FigureStyle.Scale(options);
        _width = options.Width * 72;
        _height = options.Height * 72;
        _pen = new PanelPen(_scale, missing);
        var hasLegend = figure.Arrangement == GraphArrangement.Overlay && figure.Spectra.Count > 1;
        _legend = new SpectraLegend(hasLegend ? figure.Labels : [], Left, Right, _scale, missing);
    }

    /// <inheritdoc/>
    public Palette Palette => IsScale ? Palette.Ramp : Palette.Series;

    private bool IsScale => _figure.Spectra.Count > FigureStyle.SeriesCount;

    private bool IsDescending => _figure.Spectra[0].Axis.IsDrawnFalling;

    // shifted values have no labels that would mean something
    private double Left => (_figure.Arrangement == GraphArrangement.Offset ? 36 : 62) * _scale;

    // beside the panel of shifted lines stand their names
    private double Right => _width - (_figure.Arrangement == GraphArrangement.Offset ? Names + (26 * _scale) : 20 * _scale);

    private double Names => Math.Min(
        0.25 * _width, _figure.Labels.Max(l => FontSet.Shared.Shape(l, FigureStyle.LegendSize * _scale).Width));

    private Box Panels => new(Left, (40 * _scale) + _legend.Height, Right, _height - (46 * _scale));

    /// <summary>The ink of a spectrum, by its place among all.</summary>
    /// <param name="index">Its place, from 0.</param>
    /// <param name="count">How many there are.</param>
    public static Ink InkOf(int index, int count) => count <= FigureStyle.SeriesCount
        ? Ink.Series1 + index
        : Ink.Ramp1 + (int)Math.Round((FigureStyle.RampCount - 1) * (index / (count - 1d)));

    /// <inheritdoc/>
    public void Draw(IFigureSurface surface, CancellationToken cancellationToken)
    {
        var x = AxisScale.Exact(_figure.XRange.From, _figure.XRange.To, Panels.Width / (42 * _scale));
        var lowest = _figure.Arrangement switch
        {
            GraphArrangement.Stacked => DrawStacked(surface, x, cancellationToken),
            GraphArrangement.Offset => DrawOffset(surface, x, cancellationToken),
            _ => DrawOverlay(surface, x, cancellationToken),
        };
        _pen.XLabels(surface, lowest, x, _figure.Spectra[0].Axis.Title, _height - (14 * _scale));
        var title = FontSet.Shared.ShapeWithin(_figure.Title, Right - Left, FigureStyle.TitleSize * _scale, true, _missing);
        surface.Text(title, Left, 24 * _scale, false, Ink.Text);
        _legend.Draw(surface, 43 * _scale, new Box(0, 0, _width, _height));
    }

    private PanelMap DrawOverlay(IFigureSurface surface, AxisScale x, CancellationToken cancellationToken)
    {
        var box = Panels;
        var (low, high) = Extent(_figure.Spectra, x);
        var y = AxisScale.Around(low, high, box.Height / (18 * _scale));
        var map = new PanelMap(box, x, y, IsDescending);
        _pen.Grid(surface, map, x, y);
        DrawLines(surface, map, _figure.Spectra, cancellationToken);
        _pen.Frame(surface, map, x, y, _figure.Spectra[0].Ordinate.Title);
        return map;
    }

    private PanelMap DrawStacked(IFigureSurface surface, AxisScale x, CancellationToken cancellationToken)
    {
        var all = Panels;
        var count = _figure.Spectra.Count;
        var gap = Math.Min(9 * _scale, all.Height / count * 0.2);
        var height = (all.Height - (gap * (count - 1))) / count;
        PanelMap? map = null;
        for (var i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var top = all.Top + (i * (height + gap));
            var box = new Box(all.Left, top, all.Right, top + height);
            var (low, high) = Extent([_figure.Spectra[i]], x);
            // the name stands above the line
            var y = AxisScale.Around(low, high + ((high - low) * Math.Min(0.25, 13 * _scale / height)), height / (8 * _scale));
            map = new PanelMap(box, x, y, IsDescending);
            _pen.Grid(surface, map, x, y);
            _pen.Spectrum(surface, _figure.Spectra[i], map, LineWidth, InkOf(i, count));
            _pen.Frame(surface, map, x, y, "");
            DrawName(surface, i, FigureStyle.LegendSize * _scale, box.Left + (6 * _scale), box.Top + (10 * _scale), box.Width / 2);
        }

        _pen.YTitle(surface, all, _figure.Spectra[0].Ordinate.Title, null);
        return map!;
    }

    private PanelMap DrawOffset(IFigureSurface surface, AxisScale x, CancellationToken cancellationToken)
    {
        var box = Panels;
        var step = _figure.Offset ?? SpectraShift.Enough(_figure.Spectra, x);
        var shifted = SpectraShift.By(_figure.Spectra, step);
        var (low, high) = Extent(shifted, x);
        var y = AxisScale.Around(low, high, box.Height / (18 * _scale));
        var map = new PanelMap(box, x, y, IsDescending);
        foreach (var tick in x.Ticks)
            surface.Rule(map.X(tick), box.Top, map.X(tick), box.Bottom, FigureStyle.GridWidth * _scale, Ink.Grid);
        DrawLines(surface, map, shifted, cancellationToken);
        _pen.Axes(surface, map, x);
        _pen.YTitle(surface, box, $"{_figure.Spectra[0].Ordinate.Title}, each shifted by {MetricsCaption.Number(step)}", null);
        DrawNames(surface, map, shifted, Math.Abs(map.Y(step) - map.Y(0)));
        return map;
    }

    // close lines get smaller names, and where these would still meet only every second, third … has one
    private void DrawNames(IFigureSurface surface, PanelMap map, IReadOnlyList<Spectrum> spectra, double distance)
    {
        var full = FigureStyle.LegendSize * _scale;
        var size = Math.Clamp(0.9 * distance, 0.7 * full, full);
        var every = distance > 0 ? Math.Max(1, (int)Math.Ceiling(size / distance)) : spectra.Count;
        for (var i = 0; i < spectra.Count; i += every)
        {
            var end = AtRight(spectra[i], map);
            if (double.IsFinite(end))
                DrawName(surface, i, size, map.Box.Right + (6 * _scale), map.Y(end) + (0.35 * size), _width - map.Box.Right - (10 * _scale));
        }
    }

    private void DrawLines(IFigureSurface surface, PanelMap map, IReadOnlyList<Spectrum> spectra, CancellationToken cancellationToken)
    {
        for (var i = 0; i < spectra.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _pen.Spectrum(surface, spectra[i], map, LineWidth, InkOf(i, spectra.Count));
        }
    }

    private void DrawName(IFigureSurface surface, int index, double size, double x, double y, double room)
    {
        var line = FontSet.Shared.ShapeWithin(_figure.Labels[index], room, size, false, _missing);
        surface.Text(line, x, y, false, InkOf(index, _figure.Spectra.Count));
    }

    // the last y in view before the panel's right edge
    private double AtRight(Spectrum spectrum, PanelMap map)
    {
        var x = spectrum.Abscissae.Span;
        var y = spectrum.Ordinates.Span;
        for (var i = 0; i < x.Length; i++)
        {
            var at = IsDescending ? i : x.Length - 1 - i;
            if (x[at] >= map.XMin && x[at] <= map.XMax && double.IsFinite(y[at]))
                return y[at];
        }

        return double.NaN;
    }

    private static (double Low, double High) Extent(IEnumerable<Spectrum> spectra, AxisScale x)
    {
        var extent = (Low: double.PositiveInfinity, High: double.NegativeInfinity);
        foreach (var spectrum in spectra)
            extent = PanelPen.Extent(spectrum, x, extent);
        return extent.Low <= extent.High ? extent : (0, 1);
    }
}
