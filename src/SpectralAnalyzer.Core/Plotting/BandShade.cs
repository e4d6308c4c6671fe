using ScottPlot;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Shaded ranges of x, behind the lines of a panel.</summary>
internal sealed class BandShade(SpectralPanel panel) : IPlottable
{
    /// <summary>Gets or sets the ranges; one of no width is drawn as a line.</summary>
    internal IReadOnlyList<(double From, double To)> Ranges { get; set; } = [];

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
        using var paint = new SKPaint { Color = FigureStyle.Shade };
        const double thinnest = 2.5;
        foreach (var (from, to) in Ranges)
        {
            double a = panel.Map.X(from), b = panel.Map.X(to);
            var (left, right) = (Math.Min(a, b), Math.Max(a, b));
            var thin = (thinnest * panel.Scale) - (right - left);
            if (thin > 0)
                (left, right) = (left - (thin / 2), right + (thin / 2));
            rp.Canvas.DrawRect(
                new SKRect((float)left, panel.Place.Top, (float)right, panel.Place.Bottom), paint);
        }
    }
}
