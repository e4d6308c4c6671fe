using ScottPlot;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Fonts;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>A figure as a ScottPlot multiplot: panels at fixed places, with titles, legend and caption around them.</summary>
internal abstract class FigurePage : IMultiplotLayout
{
    private const double FooterHeight = 26;

    private readonly Multiplot _multiplot = new();
    private readonly List<SpectralPanel> _panels = [];
    private readonly List<SpectrumCurve> _curves = [];
    private readonly List<(TextLine Line, double X, double Y, bool IsVertical, SKColor Color)> _texts = [];
    private readonly List<(double X, double Y, double Length, double Width, SKColor Color)> _swatches = [];
    private readonly List<(SKRect Place, float Radius, SKColor Color)> _badges = [];
    private readonly MissingGlyphs _missing;

    private protected FigurePage(FigureOptions options, FigureTheme theme, MissingGlyphs missing)
    {
        Theme = theme;
        _missing = missing;
        Options = options;
        Scale = FigureStyle.Scale(options);
        Width = options.Width * 72;
        // a footer is below all that the figure has
        Height = (options.Height * 72) - (theme.HasFooter ? FooterHeight * Scale : 0);
        _multiplot.Layout = this;
    }

    internal FigureOptions Options { get; }

    internal FigureTheme Theme { get; }

    /// <summary>Gets the colors of a PNG of the figure.</summary>
    internal abstract PngPalette Palette { get; }

    /// <summary>Gets the title, which is also the title of a PDF or SVG file.</summary>
    internal string Title { get; private protected set; } = "";

    /// <summary>Gets the curves, in the order in which they are drawn.</summary>
    internal IReadOnlyList<SpectrumCurve> Curves => _curves;

    private protected double Scale { get; }

    private protected double Width { get; }

    private protected double Height { get; }

    /// <summary>Draws the figure.</summary>
    /// <param name="canvas">A canvas whose unit is the point.</param>
    /// <param name="pixelsPerPoint">The resolution of the canvas; 0 for vectors.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal void Draw(SKCanvas canvas, double pixelsPerPoint, CancellationToken cancellationToken)
    {
        foreach (var curve in _curves)
            curve.PixelsPerPoint = pixelsPerPoint;
        canvas.Clear(Theme.Paper);
        var page = new PixelRect(0, (float)Width, (float)(Options.Height * 72), 0);
        var places = _multiplot.Layout.GetSubplotRectangles(_multiplot.Subplots, page);
        for (var i = 0; i < _panels.Count; i++)
        {
            // Multiplot.Render would draw a plot whose limits have changed twice
            cancellationToken.ThrowIfCancellationRequested();
            using var pack = new RenderPack(_panels[i].Plot, places[i], canvas);
            foreach (var action in _panels[i].Plot.RenderManager.RenderActions)
            {
                pack.CanvasState.Save();
                action.Render(pack);
                pack.CanvasState.RestoreAll();
            }
        }

        using var paint = new SKPaint { IsAntialias = true, StrokeCap = SKStrokeCap.Round };
        foreach (var (x, y, length, width, color) in _swatches)
        {
            paint.Color = color;
            paint.StrokeWidth = (float)width;
            canvas.DrawLine((float)x, (float)y, (float)(x + length), (float)y, paint);
        }

        foreach (var (place, radius, color) in _badges)
        {
            paint.Color = color;
            canvas.DrawRoundRect(place, radius, radius, paint);
        }

        foreach (var (line, x, y, isVertical, color) in _texts)
        {
            paint.Color = color;
            line.Draw(canvas, x, y, isVertical, paint);
        }

        if (Theme.HasFooter)
            DrawFooter(canvas, paint);
    }

    private void DrawFooter(SKCanvas canvas, SKPaint paint)
    {
        double top = Height, side = 20 * Scale, right = Width - side, tall = (FooterHeight - 6) * Scale;
        if (Theme.Logo is { } logo)
        {
            var wide = Math.Min(tall * logo.Width / logo.Height, Width / 3);
            tall = wide * logo.Height / logo.Width;
            var place = SKRect.Create((float)(right - wide), (float)top, (float)wide, (float)tall);
            canvas.DrawImage(logo, place, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear), paint);
            right -= wide + side;
        }

        paint.Color = Theme.Muted;
        Fit(Theme.Footer, right - side, FigureStyle.NoteSize * Scale)
            .Draw(canvas, side, top + (0.6 * (FooterHeight - 6) * Scale), vertical: false, paint);
    }

    PixelRect[] IMultiplotLayout.GetSubplotRectangles(SubplotCollection subplots, PixelRect figureRect)
    {
        // each plot has the whole page, and its data at a fixed place on it
        var places = new PixelRect[subplots.Count];
        Array.Fill(places, figureRect);
        return places;
    }

    private protected SpectralPanel AddPanel(double left, double right, double top, double bottom)
    {
        var panel = new SpectralPanel(new PixelRect((float)left, (float)right, (float)bottom, (float)top), Scale, Theme);
        _multiplot.AddPlot(panel.Plot);
        _panels.Add(panel);
        return panel;
    }

    private protected SpectrumCurve AddCurve(SpectralPanel panel, double width, SKColor color)
    {
        var curve = new SpectrumCurve(panel, (float)(width * Theme.LineWidth) * panel.Scale, color);
        panel.Plot.Add.Plottable(curve);
        _curves.Add(curve);
        return curve;
    }

    private protected void ClearTexts()
    {
        _texts.Clear();
        _swatches.Clear();
        _badges.Clear();
    }

    private protected TextLine Fit(string text, double room, double size, bool bold = false) =>
        FontSet.Shared.ShapeWithin(text, room, size, bold, _missing);

    /// <summary>Adds the title at the top.</summary>
    /// <param name="isStated">True: the user has stated it.</param>
    /// <param name="left">Where its lines begin.</param>
    /// <param name="right">Where they end.</param>
    /// <returns>By how much everything below moves down.</returns>
    private protected double AddTitle(bool isStated, double left, double right)
    {
        var title = FigureTitle.Create(Title, isStated, right - left, 0.3 * Height, Scale, _missing);
        var y = (11 * Scale) + title.Lines[0].Size;
        foreach (var line in title.Lines)
        {
            AddText(line, left, y, Theme.Text);
            y += title.LineHeight;
        }

        return title.MoreHeight;
    }

    private protected void AddText(TextLine line, double x, double y, SKColor color) => _texts.Add((line, x, y, false, color));

    private protected void AddSwatch(double x, double y, double length, double width, SKColor color) =>
        _swatches.Add((x, y, length, width, color));

    private protected void AddVerticalText(TextLine line, double x, double y, SKColor color) =>
        _texts.Add((line, x, y, true, color));

    private protected static BandShade AddShade(SpectralPanel panel)
    {
        var shade = new BandShade(panel);
        panel.Plot.Add.Plottable(shade);
        return shade;
    }

    private protected void AddBadge(double left, double top, double width, double height, SKColor color) => _badges.Add(
        (SKRect.Create((float)left, (float)top, (float)width, (float)height), (float)(height / 2), color));

    /// <summary>Adds the title of an x axis, centered below panels.</summary>
    private protected void AddXTitle(SpectralPanel panel, string title, AxisScale x, double y)
    {
        var line = FitTitle(x.TitleWithExponent(title), panel.Place.Width);
        _texts.Add((line, ((panel.Place.Left + panel.Place.Right) / 2) - (line.Width / 2), y, false, Theme.Text));
    }

    /// <summary>Adds the title of a y axis, upwards beside panels.</summary>
    /// <param name="top">Where the panels begin.</param>
    /// <param name="bottom">Where they end.</param>
    /// <param name="title">The title.</param>
    /// <param name="y">The scale, whose power of ten is part of the title.</param>
    /// <param name="shorter">What stands for a title that does not fit; null: it is shortened.</param>
    private protected void AddYTitle(double top, double bottom, string title, AxisScale? y, string? shorter = null)
    {
        var whole = y?.TitleWithExponent(title) ?? title;
        var size = 0.75 * FigureStyle.AxisTitleSize * Scale;
        if (shorter is not null && FontSet.Shared.Shape(whole, size).Width > bottom - top)
            whole = y?.TitleWithExponent(shorter) ?? shorter;
        var line = FitTitle(whole, bottom - top);
        _texts.Add((line, 18 * Scale, ((top + bottom) / 2) + (line.Width / 2), true, Theme.Text));
    }

    /// <summary>Returns the smallest and the largest y of a spectrum within an x axis, and of what was found before.</summary>
    internal static (double Low, double High) Extent(Spectrum spectrum, AxisScale x, (double Low, double High) from)
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

    // a long axis title shrinks a little before it is shortened
    private TextLine FitTitle(string text, double room)
    {
        var size = FigureStyle.AxisTitleSize * Scale;
        var line = FontSet.Shared.Shape(text, size, false, _missing);
        return line.Width <= room ? line : Fit(text, room, Math.Max(0.999 * size * room / line.Width, 0.75 * size));
    }
}
