using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>What a figure is drawn on. All lengths are in points, y grows downwards.</summary>
internal interface IFigureSurface
{
    /// <summary>How many columns a point (1/72 inch) has: finer detail of a line than this cannot be seen.</summary>
    double ColumnsPerPoint { get; }

    /// <summary>Draws a straight line along an axis; on pixels it is moved onto whole ones.</summary>
    void Rule(double x1, double y1, double x2, double y2, double width, Ink ink);

    /// <summary>Draws a line through the points, with round joins and ends, cut off at the box.</summary>
    void Curve(ReadOnlySpan<CurvePoint> points, double width, Ink ink, Box clip);

    /// <summary>Draws a filled circle.</summary>
    void Dot(double x, double y, double radius, Ink ink);

    /// <summary>Draws text whose baseline starts at x, y; upwards where it is vertical.</summary>
    void Text(TextLine line, double x, double y, bool vertical, Ink ink);
}
