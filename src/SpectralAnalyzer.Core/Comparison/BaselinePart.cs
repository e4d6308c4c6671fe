namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// What the baseline has to offer inside one overlap; mostly the same for all samples of a batch, so it is made once.
/// </summary>
internal sealed class BaselinePart
{
    private readonly Spectrum _points;
    private readonly Lazy<EvenGrid> _grid;
    private readonly Lazy<double[]> _onGrid;
    private readonly Lazy<double[]> _slopes;
    private readonly Lazy<NoiseWindow[]> _noise;

    public BaselinePart(
        Spectrum baseline, Curve curve, bool bandsPointDown, double saturationLevel, PointRange range, double minimumProminence)
    {
        MinimumProminence = minimumProminence;
        Range = range;
        Peaks = CurvePeaks.Find(curve, range, bandsPointDown, saturationLevel, minimumProminence);
        _points = Spectrum.FromSource(
            curve.X.Slice(range.Start, range.Count).ToArray(),
            curve.Y.Slice(range.Start, range.Count).ToArray(),
            new SpectrumDescription { Name = "Difference", Axis = baseline.Axis, Ordinate = baseline.Ordinate });
        _grid = new(() => new EvenGrid(X));
        _onGrid = new(() => Grid.Deviations(Y, Y, FiniteValues.Are(Y)));
        Height = curve.Height(range.Start, range.Count);
        _slopes = new(() => Differentiate(X, Y));
        IsModerate = FiniteValues.Are(Y) && PairMetrics.IsModerate(Y);
        _noise = new(() => NoiseWindow.Find(curve, range));
    }

    public PointRange Range { get; }

    public double MinimumProminence { get; }

    public IReadOnlyList<Peak> Peaks { get; }

    public ReadOnlySpan<double> X => _points.Abscissae.Span;

    public ReadOnlySpan<double> Y => _points.Ordinates.Span;

    /// <summary>Gets the largest value less the smallest; −∞ where there is none.</summary>
    public double Height { get; }

    /// <summary>Gets an even grid over the part.</summary>
    public EvenGrid Grid => _grid.Value;

    /// <summary>Gets the values on the grid, as far as the baseline alone decides them, less their mean.</summary>
    public double[] OnGrid => _onGrid.Value;

    /// <summary>Gets the slopes between all neighbors; empty where one is not finite.</summary>
    public ReadOnlySpan<double> Slopes => _slopes.Value;

    /// <summary>Gets whether all values are finite, and their squares neither overflow nor vanish.</summary>
    public bool IsModerate { get; }

    /// <summary>Gets the windows in which noise may be measured, the quietest of the baseline first.</summary>
    public IReadOnlyList<NoiseWindow> NoiseWindows => _noise.Value;

    /// <summary>Makes a spectrum of differences at all points of the part; all of these share its x values.</summary>
    public Spectrum Difference(double[] difference) => _points.WithOrdinates(difference, _points.Ordinate);

    /// <summary>Makes a spectrum of differences at some of its points.</summary>
    public Spectrum Difference(double[] x, double[] difference) => Spectrum.FromSource(
        x, difference, new SpectrumDescription { Name = _points.Name, Axis = _points.Axis, Ordinate = _points.Ordinate });

    private static double[] Differentiate(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var slopes = new double[x.Length - 1];
        return FiniteSlopes.TryCompute(x, y, slopes) ? slopes : [];
    }
}
