namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Baseline and sample as a view shows them.</summary>
/// <param name="Baseline">The baseline.</param>
/// <param name="Sample">The sample.</param>
/// <param name="Title">The title of the y axis.</param>
/// <param name="HasValues">False: the values along y mean nothing, and have no labels.</param>
internal sealed record ArrangedPair(Spectrum Baseline, Spectrum Sample, string Title, bool HasValues)
{
    /// <summary>Arranges the spectra of a comparison.</summary>
    /// <param name="figure">The comparison.</param>
    /// <param name="view">The view.</param>
    /// <param name="x">The axis; what is beyond it does not count.</param>
    internal static ArrangedPair Create(ComparisonFigure figure, GraphView view, AxisScale x)
    {
        var title = figure.Baseline.Ordinate.Title;
        switch (view)
        {
            case GraphView.Normalized:
                return new ArrangedPair(
                    Normalize(figure.Baseline, x), Normalize(figure.Sample, x), $"{title}, each from 0 to 1", HasValues: true);
            case GraphView.Offset:
                var step = SpectraOffset.Sufficient([figure.Baseline, figure.Sample], x);
                return new ArrangedPair(
                    figure.Baseline, SpectraOffset.Apply([figure.Baseline, figure.Sample], step)[1],
                    $"{title}, sample offset by {MetricsCaption.Number(step)}", HasValues: false);
            default:
                return new ArrangedPair(figure.Baseline, figure.Sample, title, HasValues: true);
        }
    }

    private static Spectrum Normalize(Spectrum spectrum, AxisScale x)
    {
        var (low, high) = FigurePage.Extent(spectrum, x, (double.PositiveInfinity, double.NegativeInfinity));
        if (!(high > low) || !double.IsFinite(high - low))
            return spectrum;
        return spectrum.WithOrdinates(
            Array.ConvertAll(spectrum.Ordinates.ToArray(), y => (y - low) / (high - low)), spectrum.Ordinate);
    }
}
