using ScottPlot;
using ScottPlot.Rendering.RenderActions;
using ScottPlot.TickGenerators;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>A panel of a figure: a ScottPlot plot with the module's axes, grid and fonts, at a fixed place on the page.</summary>
internal sealed class SpectralPanel
{
    /// <summary>Creates an empty panel.</summary>
    /// <param name="place">Where its data are drawn, in points.</param>
    /// <param name="scale">By how much text and hairlines are larger than in a figure of 10 × 6 inches.</param>
    /// <param name="theme">The colors.</param>
    internal SpectralPanel(PixelRect place, double scale, FigureTheme theme)
    {
        Theme = theme;
        Place = place;
        Scale = (float)scale;
        Plot.Layout.Fixed(place);
        // several plots share the page, whose background is drawn once
        Plot.RenderManager.RenderActions.RemoveAll(a => a is ClearCanvas or RenderFigureBackground or RenderDataBackground);
        Plot.Legend.IsVisible = false;
        Plot.Axes.Top.FrameLineStyle.Width = 0;
        Plot.Axes.Right.FrameLineStyle.Width = 0;
        foreach (var axis in new IAxis[] { Plot.Axes.Left, Plot.Axes.Bottom })
        {
            axis.FrameLineStyle.Width = (float)FigureStyle.FrameWidth * Scale;
            axis.FrameLineStyle.Color = Color.FromSKColor(Theme.Frame);
            axis.MajorTickStyle.Length = 3.5f * Scale;
            axis.MajorTickStyle.Width = (float)FigureStyle.FrameWidth * Scale;
            axis.MajorTickStyle.Color = Color.FromSKColor(Theme.Frame);
            axis.TickLabelStyle.FontName = FontSet.FamilyName;
            axis.TickLabelStyle.FontSize = (float)FigureStyle.TickLabelSize * Scale;
            axis.TickLabelStyle.ForeColor = Color.FromSKColor(Theme.Muted);
            axis.TickLabelStyle.SubpixelText = true;
        }

        Plot.Grid.MajorLineColor = Color.FromSKColor(Theme.Grid);
        Plot.Grid.MajorLineWidth = (float)FigureStyle.GridWidth * Scale;
        // hairlines cover whole pixels
        Plot.Axes.AntiAlias(false);
    }

    /// <summary>Gets where the data are drawn, in points from the top left corner of the figure.</summary>
    internal PixelRect Place { get; private set; }

    internal FigureTheme Theme { get; }

    internal Plot Plot { get; } = new();

    /// <summary>Gets how values are mapped to places, once the scales are set.</summary>
    internal PanelMap Map { get; private set; }

    /// <summary>Gets by how much text and hairlines are larger than in a figure of 10 × 6 inches.</summary>
    internal float Scale { get; }

    /// <summary>Sets the scales of the axes.</summary>
    /// <param name="x">The x axis.</param>
    /// <param name="y">The y axis.</param>
    /// <param name="descending">True: x descends from left to right.</param>
    /// <param name="xLabels">True: the ticks of x have labels.</param>
    /// <param name="yTicks">False: the y axis has neither ticks nor grid lines.</param>
    internal void SetScales(AxisScale x, AxisScale y, bool descending, bool xLabels, bool yTicks = true)
    {
        Map = new PanelMap(Place, x, y, descending);
        Plot.Axes.SetLimitsX(descending ? x.Max : x.Min, descending ? x.Min : x.Max);
        Plot.Axes.SetLimitsY(y.Min, y.Max);
        Plot.Axes.Bottom.TickGenerator = new NumericManual(x.Ticks, Array.ConvertAll(x.Ticks, x.Label));
        Plot.Axes.Bottom.TickLabelStyle.IsVisible = xLabels;
        Plot.Axes.Left.TickGenerator = yTicks
            ? new NumericManual(y.Ticks, Array.ConvertAll(y.Ticks, y.Label))
            : new NumericManual();
    }

    /// <summary>Moves the upper edge, before the scales are set.</summary>
    internal void MoveTop(double top)
    {
        if (Place.Top == (float)top)
            return;
        Place = new PixelRect(Place.Left, Place.Right, Place.Bottom, (float)top);
        Plot.Layout.Fixed(Place);
    }

    /// <summary>Adds a horizontal line at y = 0.</summary>
    internal void AddZeroLine()
    {
        var line = Plot.Add.HorizontalLine(0, (float)FigureStyle.FrameWidth * Scale, Color.FromSKColor(Theme.Zero));
        line.LineStyle.AntiAlias = false;
    }
}
