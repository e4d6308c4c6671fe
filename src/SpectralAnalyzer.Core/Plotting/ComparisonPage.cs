using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The page of a comparison. It is created once for a worker; each figure changes data, limits and texts only.</summary>
internal sealed class ComparisonPage : FigurePage
{
    private readonly SpectralPanel _main;
    private readonly SpectralPanel? _lower;
    private readonly SpectrumCurve _baseline;
    private readonly SpectrumCurve _sample;
    private readonly SpectrumCurve? _difference;

    private readonly BandShade? _shade;
    private PngPalette _palette = PngPalette.Comparison;
    private double _moved;

    internal ComparisonPage(FigureOptions options, bool hasDifference, bool hasMethod, MissingGlyphs missing)
        : base(options, missing)
    {
        HasMethod = hasMethod;
        double top = TopOfPanels, bottom = Height - ((hasMethod ? 75 : 62) * Scale);
        var gap = hasDifference ? 15 * Scale : 0;
        var lower = hasDifference ? Math.Round((bottom - top - gap) * 0.25) : 0;
        _main = AddPanel(Left, Right, top, bottom - lower - gap);
        if (hasMethod)
            _shade = AddShade(_main);
        _baseline = AddCurve(_main, FigureStyle.BaselineWidth, FigureStyle.Baseline);
        _sample = AddCurve(_main, FigureStyle.SampleWidth, FigureStyle.Sample);
        if (hasDifference)
        {
            _lower = AddPanel(Left, Right, bottom - lower, bottom);
            _lower.AddZeroLine();
            _difference = AddCurve(_lower, FigureStyle.DifferenceWidth, FigureStyle.Difference);
        }
    }

    internal override PngPalette Palette => _palette;

    private double Left => 62 * Scale;

    private double TopOfPanels => 54 * Scale;

    private double Right => Width - (20 * Scale);

    internal bool HasDifference => _lower is not null;

    internal bool HasMethod { get; }

    // the line of the limits is below that of the metrics
    private double Below => HasMethod ? 13 * Scale : 0;

    /// <summary>Shows a figure.</summary>
    internal void Show(ComparisonFigure figure)
    {
        ClearTexts();
        Title = figure.Title;
        _moved = AddTitle(figure.IsTitleStated, Left, AddBadge(figure.Method));
        _main.MoveTop(TopOfPanels + _moved);
        var baseline = figure.Baseline;
        _baseline.Spectrum = baseline;
        _sample.Spectrum = figure.Sample;
        var (from, to) = XRange(baseline, figure.Method?.Method.Graph?.XRange);
        var x = AxisScale.Exact(from, to, _main.Place.Width / (42 * Scale));
        var (low, high) = Extent(baseline, x, (double.PositiveInfinity, double.NegativeInfinity));
        (low, high) = Extent(figure.Sample, x, (low, high));
        var y = YScale(figure, low, high);
        _main.SetScales(x, y, baseline.Axis.IsDrawnFalling, xLabels: _lower is null);
        AddYTitle(_main.Place.Top, _main.Place.Bottom, baseline.Ordinate.Title, y);
        if (_lower is not null)
        {
            var difference = figure.Comparison.GetDifference()!;
            _difference!.Spectrum = difference;
            (low, high) = Extent(difference, x, (0, 0));
            y = DifferenceScale.Create(low, high, y, Options.DifferenceScale, _lower.Place.Height / (12 * Scale));
            _lower.SetScales(x, y, baseline.Axis.IsDrawnFalling, xLabels: true);
            AddYTitle(_lower.Place.Top, _lower.Place.Bottom, "Difference", y);
            AddDifferenceNotes(_lower, baseline.Ordinate, DifferenceScale.NoteBeyond(low, high, y));
        }

        AddXTitle(_lower ?? _main, baseline.Axis.Title, x, Height - (30 * Scale) - Below);
        if (figure.Method is { } method)
            AddMethod(figure, method, x);
        AddText(FitCaption(MetricsCaption.Create(figure.Comparison, baseline.Axis, baseline.Ordinate)), Left,
            Height - (11 * Scale) - Below, FigureStyle.Muted);
        AddLegend(figure);
    }

    // in the gap above the panel: what the values are, and how far they go beyond the panel
    private void AddDifferenceNotes(SpectralPanel panel, SpectralOrdinate ordinate, string beyond)
    {
        double size = FigureStyle.NoteSize * Scale, y = panel.Place.Top - (3 * Scale), room = Right - Left;
        if (beyond.Length > 0)
        {
            var line = Fit(beyond, room / 2, size);
            AddText(line, Right - line.Width, y, FigureStyle.Text);
            room -= line.Width + (12 * Scale);
        }

        AddText(Fit(DifferenceScale.Describe(ordinate), room, size), Left, y, FigureStyle.Muted);
    }

    // a range that the baseline does not reach is not drawn empty
    private static (double From, double To) XRange(Spectrum baseline, SpectralRange? wanted) =>
        wanted is { } range && range.Min < baseline.XMax && range.Max > baseline.XMin
            ? (range.Min, range.Max)
            : (baseline.XMin, baseline.XMax);

    private AxisScale YScale(ComparisonFigure figure, double low, double high)
    {
        var graph = figure.Method?.Method.Graph;
        var room = _main.Place.Height / (18 * Scale);
        if (graph?.YRange is { } range)
            return AxisScale.Exact(range.Min, range.Max, room);
        if (graph is null || !(high > low))
            return AxisScale.Around(low, high, room);
        // room for the names of bands at the top, and for the labels of peaks beside the curves
        var names = graph.Shade.Count > 0 ? NameRow : 0;
        var labels = graph.PeakLabels > 0 ? PeakRoom : 0;
        var below = PeakLabels.AreBelow(figure.Sample);
        var perPoint = (high - low) / Math.Max(1, _main.Place.Height - names - labels);
        return AxisScale.Around(
            low - (below ? labels * perPoint : 0), high + ((names + (below ? 0 : labels)) * perPoint), room);
    }

    private double NameRow => 11 * Scale;

    private double PeakRoom => 26 * Scale;

    // the first metrics are those that matter most
    private TextLine FitCaption(string[] metrics)
    {
        var size = FigureStyle.CaptionSize * Scale;
        for (var count = metrics.Length; count > 1; count--)
        {
            var line = Fit(string.Join("   ·   ", metrics[..count]), double.PositiveInfinity, size);
            if (line.Width <= Right - Left)
                return line;
        }

        return Fit(metrics[0], Right - Left, size);
    }

    private void AddMethod(ComparisonFigure figure, FigureMethod method, AxisScale x)
    {
        _palette = PngPalette.Judged(method.Verdict);
        AddBands(method, x);
        AddPeaks(figure, method.Method.Graph?.PeakLabels ?? 0, x);
        if (method.Limits.Count > 0)
        {
            AddText(
                Fit(LimitsCaption.Create(method.Limits), Right - Left, FigureStyle.CaptionSize * Scale), Left,
                Height - (11 * Scale), FigureStyle.Text);
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
        AddText(word, Right - width + side, top + (height / 2) + (0.36 * word.Size), FigureStyle.Paper);
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
            AddText(line, left, _main.Place.Top + (8 * Scale), FigureStyle.Text);
            ends = left + line.Width + (3 * Scale);
        }
    }

    private void AddPeaks(ComparisonFigure figure, int count, AxisScale x)
    {
        var below = PeakLabels.AreBelow(figure.Sample);
        var taken = new List<double>();
        foreach (var (at, y, text) in PeakLabels.Create(figure.Comparison, figure.Sample, x, count))
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
            AddVerticalText(line, place + (0.36 * line.Size), start, FigureStyle.Muted);
        }
    }

    private void AddLegend(ComparisonFigure figure)
    {
        double size = FigureStyle.LegendSize * Scale, swatch = 20 * Scale, space = 6 * Scale, between = 20 * Scale, x = Left;
        var right = figure.Method is { } method ? AddMethodName(method.Method) : Right;
        var room = right - Left - between - (2 * (swatch + space));
        var labels = FitLegend(figure, room, size);
        double y = (43 * Scale) + _moved;
        foreach (var (text, color, width) in new[]
        {
            (labels[0], FigureStyle.Baseline, FigureStyle.BaselineWidth), (labels[1], FigureStyle.Sample, 1.4),
        })
        {
            AddSwatch(x, y - (0.36 * size), swatch, width * Scale, color);
            var label = Fit(text, room, size);
            AddText(label, x + swatch + space, y, FigureStyle.Text);
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
        AddText(name, Right - name.Width, (43 * Scale) + _moved, FigureStyle.Muted);
        return Right - name.Width - (20 * Scale);
    }
}
