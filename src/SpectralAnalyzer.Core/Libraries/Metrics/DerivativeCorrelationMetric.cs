namespace SpectralAnalyzer.Core.Libraries.Metrics;

/// <summary>
/// (Q'·L')² / ((Q'·Q')(L'·L')) of the differences between neighboring points; a negative product is 0.
/// </summary>
internal sealed class DerivativeCorrelationMetric : ISearchMetric
{
    public SearchMetric Metric => SearchMetric.DerivativeCorrelation;

    public bool TakesDifferences => true;

    public double Similarity(in PairSums sums)
    {
        var cosine = Math.Max(0, sums.Cosine(0, 0));
        return cosine * cosine;
    }

    public double Score(double similarity) => similarity;
}
