using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The page of a comparison. It is created once for a worker; each figure changes data, limits and texts only.</summary>
internal sealed class ComparisonPage : FigurePage
{
    private readonly SpectralPanel _main;
    private readonly SpectralPanel? _lower;
    private readonly SpectrumCurve? _baseline;
    private readonly SpectrumCurve? _sample;
    private readonly SpectrumCurve? _difference;
    private readonly GraphView _view;

    private readonly BandShade? _shade;
    private readonly LimitLines? _limits;
    private PngPalette? _palette;
    private double _moved;

    internal ComparisonPage(
        FigureOptions options, FigureTheme theme, bool hasDifference, bool hasMethod, MissingGlyphs missing)
        : base(options, theme, missing)
    {
        HasMethod = hasMethod;
        HasDifference = hasDifference;
        _view = options.View is { } view && (hasDifference || view != GraphView.Difference) ? view : GraphView.Overlay;
        var hasLower = hasDifference && _view != GraphView.Difference;
        double top = TopOfPanels, bottom = Height - ((hasMethod ? 75 : 62) * Scale);
        var gap = hasLower ? 15 * Scale : 0;
        var lower = hasLower ? Math.Round((bottom - top - gap) * 0.25) : 0;
        _main = AddPanel(Left, Right, top, bottom - lower - gap);
        if (hasMethod)
            _shade = AddShade(_main);
        if (_view != GraphView.Difference)
        {
            _baseline = AddCurve(_main, FigureStyle.BaselineWidth, Theme.Baseline);
            _sample = AddCurve(_main, FigureStyle.SampleWidth, Theme.Sample);
        }

        if (!hasDifference)
            return;
        var panel = _main;
        if (hasLower)
            panel = _lower = AddPanel(Left, Right, bottom - lower, bottom);
        panel.AddZeroLine();
        if (hasMethod)
            panel.Plot.Add.Plottable(_limits = new LimitLines(panel));
        _difference = AddCurve(panel, FigureStyle.DifferenceWidth, Theme.Difference);
    }

    internal override PngPalette Palette => _palette ?? Theme.Comparison;

    private double Left => 62 * Scale;

    private double TopOfPanels => 54 * Scale;

    private double Right => Width - (20 * Scale);

    internal bool HasDifference { get; }

    internal bool HasMethod { get; }

    // the line of the limits is below that of the metrics
    private double Below => HasMethod ? 13 * Scale : 0;

    /// <summary>Shows a figure.</summary>
    internal void Show(ComparisonFigure figure)
    {
        ClearTexts();
        Title = Options.Title is { } template ? figure.ExpandTitle(template) : figure.Title;
        _moved = AddTitle(figure.IsTitleStated || Options.Title is not null, Left, AddBadge(figure.Method));
        _main.MoveTop(TopOfPanels + _moved);
        var baseline = figure.Baseline;
        var (from, to) = XRange(baseline, Options.XRange);
        var x = AxisScale.Exact(from, to, _main.Place.Width / (42 * Scale));
        var pair = ArrangedPair.Create(figure, _view, x);
        if (_view == GraphView.Difference)
        {
            ShowDifference(figure, _main, x, null);
        }
        else
        {
            var above = ShowPair(figure, pair, x);
            ShowDifference(figure, _lower, x, _view == GraphView.Overlay ? above : null);
        }

        AddXTitle(_lower ?? _main, baseline.Axis.Title, x, Height - (30 * Scale) - Below);
        if (figure.Method is { } method)
            AddMethod(method, x);
        if (_view != GraphView.Difference)
            AddPeaks(figure, pair, x);
        AddText(FitCaption(MetricsCaption.Create(figure.Comparison, baseline.Axis, baseline.Ordinate)), Left,
            Height - (11 * Scale) - Below, Theme.Muted);
        AddLegend(figure);
    }

    private AxisScale ShowPair(ComparisonFigure figure, ArrangedPair pair, AxisScale x)
    {
        _baseline!.Spectrum = pair.Baseline;
        _sample!.Spectrum = pair.Sample;
        var (low, high) = Extent(pair.Baseline, x, (double.PositiveInfinity, double.NegativeInfinity));
        (low, high) = Extent(pair.Sample, x, (low, high));
        var y = YScale(figure, low, high);
        _main.SetScales(x, y, figure.Baseline.Axis.IsDrawnFalling, xLabels: _lower is null, pair.HasValues);
        AddYTitle(_main.Place.Top, _main.Place.Bottom, pair.Title, pair.HasValues ? y : null);
        return y;
    }

    private void ShowDifference(ComparisonFigure figure, SpectralPanel? panel, AxisScale x, AxisScale? above)
    {
        if (panel is null || figure.Comparison.GetDifference() is not { } difference)
            return;
        _difference!.Spectrum = difference;
        var (low, high) = Extent(difference, x, (0, 0));
        var room = panel.Place.Height / ((panel == _main ? 18 : 14) * Scale);
        var y = panel == _main && Options.YRange is { } range
            ? AxisScale.Exact(range.Min, range.Max, room)
            : DifferenceScale.Create(low, high, above ?? AboveOf(figure, x), Options.DifferenceScale, room);
        panel.SetScales(x, y, figure.Baseline.Axis.IsDrawnFalling, xLabels: true);
        AddYTitle(
            panel.Place.Top, panel.Place.Bottom,
            panel == _main ? DifferenceScale.TitleAlone(figure.Baseline.Ordinate) : "Difference", y, "Δ");
        if (panel == _main)
            return;
        AddDifferenceNotes(panel, figure.Baseline.Ordinate, DifferenceScale.NoteBeyond(low, high, y));
    }

    // the scale that the panel above has in other views: that of the values, which a normalized one does not show
    private AxisScale AboveOf(ComparisonFigure figure, AxisScale x)
    {
        var (low, high) = Extent(figure.Baseline, x, (double.PositiveInfinity, double.NegativeInfinity));
        (low, high) = Extent(figure.Sample, x, (low, high));
        return AxisScale.Around(low, high, _main.Place.Height / (18 * Scale));
    }

    // in the gap above the panel: what the values are, and how far they go beyond the panel
    private void AddDifferenceNotes(SpectralPanel panel, SpectralOrdinate ordinate, string beyond)
    {
        double size = FigureStyle.NoteSize * Scale, y = panel.Place.Top - (3 * Scale), room = Right - Left;
        if (beyond.Length > 0)
        {
            var line = Fit(beyond, room / 2, size);
            AddText(line, Right - line.Width, y, Theme.Text);
            room -= line.Width + (12 * Scale);
        }

        AddText(Fit(DifferenceScale.Describe(ordinate), room, size), Left, y, Theme.Muted);
    }

    // a range that the baseline does not reach is not drawn empty
    private static (double From, double To) XRange(Spectrum baseline, SpectralRange? wanted) =>
        wanted is { } range && range.Min < baseline.XMax && range.Max > baseline.XMin
            ? (range.Min, range.Max)
            : (baseline.XMin, baseline.XMax);

    private AxisScale YScale(ComparisonFigure figure, double low, double high)
    {
        var room = _main.Place.Height / (18 * Scale);
        if (Options.YRange is { } range && _view == GraphView.Overlay)
            return AxisScale.Exact(range.Min, range.Max, room);
        // room for the names of bands at the top, and for the labels of peaks beside the curves
        var names = figure.Method?.Method.Graph?.Shade.Count > 0 ? NameRow : 0;
        var labels = Options.PeakLabels > 0 ? PeakRoom : 0;
        if (names + labels == 0 || !(high > low))
            return AxisScale.Around(low, high, room);
        var below = PeakLabels.AreBelow(figure.Sample);
        var perPoint = (high - low) / Math.Max(1, _main.Place.Height - names - labels);
        return AxisScale.Around(
            low - (below ? labels * perPoint : 0), high + ((names + (below ? 0 : labels)) * perPoint), room);
    }

    private double NameRow => 11 * Scale;

    private double PeakRoom => 40 * Scale;

    // whole texts only, of which the first matter most
    private TextLine FitCaption(string[] texts, bool countsRest = false)
    {
        var size = FigureStyle.CaptionSize * Scale;
        for (var count = texts.Length; count > 1; count--)
        {
            string[] rest = countsRest && count < texts.Length ? [$"{texts.Length - count} more"] : [];
            var line = Fit(string.Join("   ·   ", [.. texts[..count], .. rest]), double.PositiveInfinity, size);
            if (line.Width <= Right - Left)
                return line;
        }

        return Fit(texts[0], Right - Left, size);
    }

    private void AddMethod(FigureMethod method, AxisScale x)
    {
        _palette = Theme.Judged(method.Verdict);
        AddBands(method, x);
        _limits?.Limits = LimitLines.From(method);
        if (method.Limits.Count > 0)
        {
            AddText(
                FitCaption(LimitsCaption.Create(method.Limits), countsRest: true), Left, Height - (11 * Scale), Theme.Text);
        }
    }

    // returns where the room of the title ends
    private double AddBadge(FigureMethod? method)
    {
        if (method is null || method.Verdict == SpectralVerdict.None)
            return Right;
        var word = Fit(method.Verdict.ToString(), Right - Left, FigureStyle.BadgeSize * Scale, bold: true);
        double side = 9 * Scale, width = word.Width + (2 * side), height = 18 * Scale, top = 10 * Scale;
        AddBadge(Right - width, top, width, height, FigureStyle.Badge(method.Verdict));
        AddText(word, Right - width + side, top + (height / 2) + (0.36 * word.Size), FigureStyle.OnBadge);
        return Right - width - (12 * Scale);
    }

    private void AddBands(FigureMethod method, AxisScale x)
    {
        var bands = method.Shaded().Select(band => (band.Name, From: Math.Max(band.From, x.Min), To: Math.Min(band.To, x.Max)))
            .Where(band => band.From <= band.To).ToArray();
        _shade!.Ranges = [.. bands.Select(band => (band.From, band.To))];
        var ends = double.NegativeInfinity;
        foreach (var (name, from, to) in bands.OrderBy(band => _main.Map.X((band.From + band.To) / 2)))
        {
            var line = Fit(name, _main.Place.Width / 4, FigureStyle.BandLabelSize * Scale);
            var left = Math.Clamp(
                _main.Map.X((from + to) / 2) - (line.Width / 2), _main.Place.Left + Scale, _main.Place.Right - line.Width);
            // a name that would cover the one before it is left out: the caption has all limits
            if (left < ends)
                continue;
            AddText(line, left, _main.Place.Top + (8 * Scale), Theme.Text);
            ends = left + line.Width + (3 * Scale);
        }
    }

    private void AddPeaks(ComparisonFigure figure, ArrangedPair pair, AxisScale x)
    {
        if (Options.PeakLabels is not > 0)
            return;
        var below = PeakLabels.AreBelow(figure.Sample);
        var taken = new List<double>();
        foreach (var (at, y, text) in PeakLabels.Create(figure.Comparison, pair, x, Options.PeakLabels!.Value))
        {
            var line = Fit(text, PeakRoom, FigureStyle.BandLabelSize * Scale);
            var place = _main.Map.X(at);
            // the higher of two peaks that are close together keeps its label
            if (taken.Any(other => Math.Abs(other - place) < 1.1 * line.Size))
                continue;
            var start = _main.Map.Y(y) + (below ? (4 * Scale) + line.Width : -4 * Scale);
            if (start > _main.Place.Bottom || start - line.Width < _main.Place.Top)
                continue;
            taken.Add(place);
            AddVerticalText(line, place + (0.36 * line.Size), start, Theme.Muted);
        }
    }

    private void AddLegend(ComparisonFigure figure)
    {
        double size = FigureStyle.LegendSize * Scale, swatch = 20 * Scale, space = 6 * Scale, between = 20 * Scale, x = Left;
        var right = figure.Method is { } method ? AddMethodName(method.Method) : Right;
        if (_view == GraphView.Difference)
        {
            AddSwatch(x, (43 * Scale) + _moved - (0.36 * size), swatch, 1.4 * Scale, Theme.Difference);
            AddText(Fit("sample − baseline", right - Left - swatch - space, size), x + swatch + space, (43 * Scale) + _moved,
                Theme.Text);
            return;
        }

        var room = right - Left - between - (2 * (swatch + space));
        var labels = FitLegend(figure, room, size);
        double y = (43 * Scale) + _moved;
        foreach (var (text, color, width) in new[]
        {
            (labels[0], Theme.Baseline, FigureStyle.BaselineWidth), (labels[1], Theme.Sample, 1.4),
        })
        {
            AddSwatch(x, y - (0.36 * size), swatch, width * Scale, color);
            var label = Fit(text, room, size);
            AddText(label, x + swatch + space, y, Theme.Text);
            x += swatch + space + label.Width + between;
        }
    }

    // a short label leaves its room to the other
    private static string[] FitLegend(ComparisonFigure figure, double room, double size)
    {
        double first = Width(figure.BaselineLabel), second = Width(figure.SampleLabel);
        if (first + second <= room)
            return [figure.BaselineLabel, figure.SampleLabel];
        var share = Math.Max(room / 2, room - Math.Min(first, second));
        return FigureLabels.Fit([figure.BaselineLabel, figure.SampleLabel], share, size);

        double Width(string label) => FontSet.Shared.Shape(label, size).Width;
    }

    // returns where the room of the legend ends
    private double AddMethodName(SpectralMethod method)
    {
        var hash = method.Sha256.Length < 8 ? "" : $" ({method.Sha256[..8]})";
        var name = Fit($"{method.Name}, version {method.Version}{hash}", (Right - Left) / 3, FigureStyle.CaptionSize * Scale);
        AddText(name, Right - name.Width, (43 * Scale) + _moved, Theme.Muted);
        return Right - name.Width - (20 * Scale);
    }
}
