namespace SpectralAnalyzer.Core.Libraries.Metrics;

/// <summary>
/// The hit quality index (Q·L)² / ((Q·Q)(L·L)) of spectra about their means; a negative correlation, which is no likeness, is 0.
/// </summary>
internal sealed class CorrelationMetric : ISearchMetric
{
    public SearchMetric Metric => SearchMetric.Correlation;

    public bool TakesDifferences => false;

    public double Similarity(in PairSums sums)
    {
        if (sums.Count == 0)
            return 0;
        var r = Math.Max(0, sums.Cosine(-sums.Query / sums.Count, -sums.Row / sums.Count));
        return r * r;
    }

    public double Score(double similarity) => similarity;
}
