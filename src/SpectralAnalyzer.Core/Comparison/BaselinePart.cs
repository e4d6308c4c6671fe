namespace SpectralAnalyzer.Core.Comparison;

/// <summary>What the baseline has to offer inside one overlap; mostly the same for all samples of a batch, so it is made once.</summary>
internal sealed class BaselinePart
{
    private readonly Spectrum _points;

    public BaselinePart(PreparedBaseline baseline, PointRange range)
    {
        Range = range;
        Peaks = CurvePeaks.Of(baseline.Curve, range, baseline.BandsPointDown);
        _points = Spectrum.FromSource(
            baseline.Curve.X.Slice(range.Start, range.Count).ToArray(),
            baseline.Curve.Y.Slice(range.Start, range.Count).ToArray(),
            new SpectrumDescription { Name = "Difference", Axis = baseline.Spectrum.Axis, Ordinate = baseline.Spectrum.Ordinate });
    }

    public PointRange Range { get; }

    public IReadOnlyList<Peak> Peaks { get; }

    public ReadOnlySpan<double> X => _points.Abscissae.Span;

    public ReadOnlySpan<double> Y => _points.Ordinates.Span;

    /// <summary>Makes a spectrum of differences at all points of the part; all of these share its x values.</summary>
    public Spectrum Difference(double[] difference) => _points.WithOrdinates(difference, _points.Ordinate);

    /// <summary>Makes a spectrum of differences at some of its points.</summary>
    public Spectrum Difference(double[] x, double[] difference) => Spectrum.FromSource(
        x, difference, new SpectrumDescription { Name = _points.Name, Axis = _points.Axis, Ordinate = _points.Ordinate });
}
