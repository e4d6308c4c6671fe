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

    internal ComparisonPage(FigureOptions options, bool hasDifference, MissingGlyphs missing)
        : base(options, missing)
    {
        double top = 54 * Scale, bottom = Height - (62 * Scale);
        var gap = hasDifference ? 15 * Scale : 0;
        var lower = hasDifference ? Math.Round((bottom - top - gap) * 0.25) : 0;
        _main = AddPanel(Left, Right, top, bottom - lower - gap);
        _baseline = AddCurve(_main, FigureStyle.BaselineWidth, FigureStyle.Baseline);
        _sample = AddCurve(_main, FigureStyle.SampleWidth, FigureStyle.Sample);
        if (hasDifference)
        {
            _lower = AddPanel(Left, Right, bottom - lower, bottom);
            _lower.AddZeroLine();
            _difference = AddCurve(_lower, FigureStyle.DifferenceWidth, FigureStyle.Difference);
        }
    }

    internal override PngPalette Palette => PngPalette.Comparison;

    private double Left => 62 * Scale;

    private double Right => Width - (20 * Scale);

    internal bool HasDifference => _lower is not null;

    /// <summary>Shows a figure.</summary>
    internal void Show(ComparisonFigure figure)
    {
        ClearTexts();
        Title = figure.Title;
        var baseline = figure.Baseline;
        _baseline.Spectrum = baseline;
        _sample.Spectrum = figure.Sample;
        var x = AxisScale.Exact(baseline.XMin, baseline.XMax, _main.Place.Width / (42 * Scale));
        var (low, high) = Extent(baseline, x, (double.PositiveInfinity, double.NegativeInfinity));
        (low, high) = Extent(figure.Sample, x, (low, high));
        var y = AxisScale.Around(low, high, _main.Place.Height / (18 * Scale));
        _main.SetScales(x, y, baseline.Axis.IsDrawnFalling, xLabels: _lower is null);
        AddYTitle(_main.Place.Top, _main.Place.Bottom, baseline.Ordinate.Title, y);
        if (_lower is not null)
        {
            var difference = figure.Comparison.Difference!;
            _difference!.Spectrum = difference;
            (low, high) = Extent(difference, x, (0, 0));
            y = AxisScale.Around(low, high, _lower.Place.Height / (12 * Scale));
            _lower.SetScales(x, y, baseline.Axis.IsDrawnFalling, xLabels: true);
            AddYTitle(_lower.Place.Top, _lower.Place.Bottom, "Difference", y);
        }

        AddXTitle(_lower ?? _main, baseline.Axis.Title, x, Height - (30 * Scale));
        AddText(Fit(figure.Title, Right - Left, FigureStyle.TitleSize * Scale, bold: true), Left, 24 * Scale, FigureStyle.Text);
        AddText(
            Fit(MetricsCaption.Create(figure.Comparison, baseline.Axis.Symbol), Right - Left, FigureStyle.CaptionSize * Scale),
            Left,
            Height - (11 * Scale),
            FigureStyle.Muted);
        AddLegend(figure);
    }

    private void AddLegend(ComparisonFigure figure)
    {
        double size = FigureStyle.LegendSize * Scale, swatch = 20 * Scale, space = 6 * Scale, between = 20 * Scale, x = Left;
        var room = ((Right - Left - between) / 2) - swatch - space;
        foreach (var (text, color, width) in new[]
        {
            (figure.BaselineLabel, FigureStyle.Baseline, FigureStyle.BaselineWidth),
            (figure.SampleLabel, FigureStyle.Sample, 1.4),
        })
        {
            AddSwatch(x, (43 * Scale) - (0.36 * size), swatch, width * Scale, color);
            var label = Fit(text, room, size);
            AddText(label, x + swatch + space, 43 * Scale, FigureStyle.Text);
            x += swatch + space + label.Width + between;
        }
    }
}
