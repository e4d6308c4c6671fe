using ScottPlot;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The limits of a difference as dashed lines above and below zero.</summary>
internal sealed class LimitLines(SpectralPanel panel) : IPlottable
{
    /// <summary>Gets or sets the limits; one that the panel does not reach is not drawn.</summary>
    internal IReadOnlyList<double> Limits { get; set; } = [];

    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get; set; } = new Axes();

    public IEnumerable<LegendItem> LegendItems => LegendItem.None;

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    /// <summary>Returns the limits of the largest difference that a method states.</summary>
    internal static IReadOnlyList<double> From(FigureMethod method) =>
    [
        .. method.Limits.Where(outcome => outcome.Name == nameof(SpectralComparison.MaxAbsoluteDifference))
            .SelectMany(outcome => new[] { outcome.Limit.Max, outcome.Limit.WarnMax }).OfType<double>().Distinct(),
    ];

    public void Render(RenderPack rp)
    {
        if (Limits.Count == 0)
            return;
        using var dashes = SKPathEffect.CreateDash([5 * panel.Scale, 3.5f * panel.Scale], 0);
        using var paint = new SKPaint
        {
            Color = panel.Theme.Text,
            StrokeWidth = (float)FigureStyle.FrameWidth * panel.Scale,
            PathEffect = dashes,
        };
        foreach (var y in Limits.SelectMany(limit => new[] { panel.Map.Y(limit), panel.Map.Y(-limit) }))
        {
            if (y > panel.Place.Top && y < panel.Place.Bottom)
                rp.Canvas.DrawLine(panel.Place.Left, (float)y, panel.Place.Right, (float)y, paint);
        }
    }
}
