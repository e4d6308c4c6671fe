using ScottPlot;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Maps values to places in a panel, in points from the top left corner of the figure.</summary>
internal readonly struct PanelMap
{
    private readonly double _xFactor;
    private readonly double _xOrigin;
    private readonly double _yFactor;
    private readonly double _yOrigin;

    internal PanelMap(PixelRect panel, AxisScale x, AxisScale y, bool descending)
    {
        Panel = panel;
        XMin = x.Min;
        XMax = x.Max;
        double left = panel.Left, right = panel.Right, top = panel.Top, bottom = panel.Bottom;
        _xFactor = (right - left) / (x.Max - x.Min) * (descending ? -1 : 1);
        _xOrigin = (descending ? right : left) - (x.Min * _xFactor);
        _yFactor = (top - bottom) / (y.Max - y.Min);
        _yOrigin = bottom - (y.Min * _yFactor);
    }

    internal PixelRect Panel { get; }

    internal double XMin { get; }

    internal double XMax { get; }

    internal double X(double value) => _xOrigin + (value * _xFactor);

    internal double Y(double value) => _yOrigin + (value * _yFactor);

    internal CurvePoint Point(double x, double y) => new(X(x), Y(y));
}
