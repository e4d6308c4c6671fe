namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Where the values of a panel lie on the figure.</summary>
internal sealed class PanelMap
{
    private readonly double _xFactor;
    private readonly double _xOrigin;
    private readonly double _yFactor;
    private readonly double _yOrigin;

    /// <summary>Maps the limits of the axes onto the edges of the box.</summary>
    /// <param name="box">The panel.</param>
    /// <param name="x">The x axis.</param>
    /// <param name="y">The y axis.</param>
    /// <param name="descending">True where x falls from left to right, as wavenumbers do in infrared spectroscopy.</param>
    public PanelMap(Box box, AxisScale x, AxisScale y, bool descending)
    {
        Box = box;
        XMin = x.Min;
        XMax = x.Max;
        _xFactor = box.Width / (x.Max - x.Min) * (descending ? -1 : 1);
        _xOrigin = descending ? box.Right - (x.Min * _xFactor) : box.Left - (x.Min * _xFactor);
        _yFactor = -box.Height / (y.Max - y.Min);
        _yOrigin = box.Bottom - (y.Min * _yFactor);
    }

    public Box Box { get; }

    public double XMin { get; }

    public double XMax { get; }

    public double X(double value) => _xOrigin + (value * _xFactor);

    public double Y(double value) => _yOrigin + (value * _yFactor);

    public CurvePoint Point(double x, double y) => new(X(x), Y(y));
}
