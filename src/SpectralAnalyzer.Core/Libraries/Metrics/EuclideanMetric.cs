namespace SpectralAnalyzer.Core.Libraries.Metrics;

/// <summary>
/// The distance √2 √(1 − Q·L / (|Q| |L|)) of spectra whose minimum is 0. Its similarity is the cosine in it.
/// </summary>
internal sealed class EuclideanMetric : ISearchMetric
{
    public SearchMetric Metric => SearchMetric.Euclidean;

    public bool TakesDifferences => false;

    public double Similarity(in PairSums sums) => sums.Cosine(-sums.QueryMinimum, -sums.RowMinimum);

    public double Score(double similarity) => Math.Sqrt(2 * Math.Max(0, 1 - similarity));
}
