namespace SpectralAnalyzer.Core.Plotting;

/// <summary>A point of a line, in points from the figure's top left corner; a NaN y is a gap.</summary>
internal readonly record struct CurvePoint(double X, double Y)
{
    public static CurvePoint Gap { get; } = new(double.NaN, double.NaN);

    public bool IsGap => double.IsNaN(Y);
}
