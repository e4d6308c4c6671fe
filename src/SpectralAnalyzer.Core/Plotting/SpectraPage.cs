using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The page of several spectra: overlaid, stacked, or each offset from the previous one.</summary>
internal sealed class SpectraPage : FigurePage
{
    private readonly SpectraFigure _figure;
    private readonly string[] _labels;
    private readonly bool _isOffset;
    private readonly double _left;
    private readonly double _right;
    private readonly double _top;
    private readonly double _bottom;

    internal SpectraPage(SpectraFigure figure, FigureOptions options, FigureTheme theme, MissingGlyphs missing)
        : base(options, theme, missing)
    {
        _figure = figure;
        Title = figure.Title;
        _isOffset = figure.Arrangement == GraphArrangement.Offset;
        // the values of offset lines mean nothing, so they have no labels; the names stand to the right of the lines
        _left = (_isOffset ? 36 : 62) * Scale;
        _right = Width - (_isOffset ? NamesWidth + (26 * Scale) : 20 * Scale);
        _labels = FigureLabels.Fit(
            figure.Labels, _isOffset ? NamesWidth : (_right - _left) / 2, FigureStyle.LegendSize * Scale);
        _bottom = Height - (46 * Scale);
        var moved = AddTitle(figure.IsTitleStated, _left, Width - (20 * Scale));
        _top = (40 * Scale) + moved + AddLegend(moved);
        var x = AxisScale.Exact(figure.XRange.From, figure.XRange.To, (_right - _left) / (42 * Scale));
        var lowest = figure.Arrangement switch
        {
            GraphArrangement.Stacked => AddStacked(x),
            GraphArrangement.Offset => AddOffset(x),
            GraphArrangement.Overlay => AddOverlay(x),
            _ => throw new ArgumentOutOfRangeException(nameof(figure)),
        };
        AddXTitle(lowest, figure.Spectra[0].Axis.Title, x, Height - (14 * Scale));
    }

    internal override PngPalette Palette => Theme.Several(Count);

    private int Count => _figure.Spectra.Count;

    private bool IsDescending => _figure.Spectra[0].Axis.IsDrawnFalling;

    private double NamesWidth => Math.Min(
        0.25 * Width, _figure.Labels.Max(l => FontSet.Shared.Shape(l, FigureStyle.LegendSize * Scale).Width));

    private double AddLegend(double moved)
    {
        if (_figure.Arrangement != GraphArrangement.Overlay || Count < 2)
            return 0;
        var legend = new SpectraLegend(_figure.Labels, _left, _right, Scale, (text, room, size) => Fit(text, room, size));
        foreach (var entry in legend.Entries)
        {
            var y = (43 * Scale) + moved + (entry.Row * legend.RowHeight);
            if (entry.Index is { } index)
                AddSwatch(entry.X, y - (0.36 * entry.Name.Size), legend.SwatchLength, 1.6 * Scale,
                    Theme.SeriesColor(index, Count));
            AddText(entry.Name, entry.X + (entry.Index is null ? 0 : legend.SwatchLength + (6 * Scale)), y,
                entry.Index is null ? Theme.Muted : Theme.Text);
        }

        return legend.Height;
    }

    private SpectralPanel AddOverlay(AxisScale x)
    {
        var panel = AddPanel(_left, _right, _top, _bottom);
        var (low, high) = Extent(_figure.Spectra, x);
        var y = YScale(low, high, (_bottom - _top) / (18 * Scale));
        panel.SetScales(x, y, IsDescending, xLabels: true);
        AddCurves(panel, _figure.Spectra);
        AddYTitle(_top, _bottom, _figure.Spectra[0].Ordinate.Title, y);
        return panel;
    }

    private AxisScale YScale(double low, double high, double room) => Options.YRange is { } range
        ? AxisScale.Exact(range.Min, range.Max, room)
        : AxisScale.Around(low, high, room);

    private SpectralPanel AddStacked(AxisScale x)
    {
        var gap = Math.Min(9 * Scale, (_bottom - _top) / Count * 0.2);
        var height = (_bottom - _top - (gap * (Count - 1))) / Count;
        SpectralPanel? panel = null;
        for (var i = 0; i < Count; i++)
        {
            var top = _top + (i * (height + gap));
            panel = AddPanel(_left, _right, top, top + height);
            var (low, high) = Extent([_figure.Spectra[i]], x);
            // room for the name above the line
            var y = YScale(low, high + ((high - low) * Math.Min(0.25, 13 * Scale / height)), height / (8 * Scale));
            panel.SetScales(x, y, IsDescending, xLabels: i == Count - 1);
            AddCurve(panel, FigureStyle.SeriesWidth, Theme.SeriesColor(i, Count)).Spectrum = _figure.Spectra[i];
            AddName(i, FigureStyle.LegendSize * Scale, _left + (6 * Scale), top + (10 * Scale), (_right - _left) / 2);
        }

        AddYTitle(_top, _bottom, _figure.Spectra[0].Ordinate.Title, null);
        return panel!;
    }

    private SpectralPanel AddOffset(AxisScale x)
    {
        var panel = AddPanel(_left, _right, _top, _bottom);
        var step = _figure.Offset ?? SpectraOffset.Sufficient(_figure.Spectra, x);
        var shifted = SpectraOffset.Apply(_figure.Spectra, step);
        var (low, high) = Extent(shifted, x);
        panel.SetScales(
            x, AxisScale.Around(low, high, (_bottom - _top) / (18 * Scale)), IsDescending, xLabels: true, yTicks: false);
        AddCurves(panel, shifted);
        AddYTitle(_top, _bottom, $"{_figure.Spectra[0].Ordinate.Title}, each offset by {MetricsCaption.Number(step)}", null);
        AddNames(panel, shifted, Math.Abs(panel.Map.Y(step) - panel.Map.Y(0)));
        return panel;
    }

    // close lines have smaller names; where these would still overlap, only every second, third … line has one
    private void AddNames(SpectralPanel panel, IReadOnlyList<Spectrum> spectra, double distance)
    {
        var full = FigureStyle.LegendSize * Scale;
        var size = Math.Clamp(0.9 * distance, 0.7 * full, full);
        var every = distance > 0 ? Math.Max(1, (int)Math.Ceiling(size / distance)) : Count;
        for (var i = 0; i < Count; i += every)
        {
            var end = LastInView(spectra[i], panel.Map);
            if (double.IsFinite(end))
                AddName(i, size, _right + (6 * Scale), panel.Map.Y(end) + (0.35 * size), Width - _right - (10 * Scale));
        }
    }

    private void AddName(int index, double size, double x, double y, double room) =>
        AddText(Fit(_labels[index], room, size), x, y, Theme.SeriesColor(index, Count));

    private void AddCurves(SpectralPanel panel, IReadOnlyList<Spectrum> spectra)
    {
        for (var i = 0; i < spectra.Count; i++)
            AddCurve(panel, FigureStyle.SeriesWidth, Theme.SeriesColor(i, Count)).Spectrum = spectra[i];
    }

    // the last y in view before the right edge of the panel
    private double LastInView(Spectrum spectrum, PanelMap map)
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
            extent = Extent(spectrum, x, extent);
        return extent.Low <= extent.High ? extent : (0, 1);
    }
}
