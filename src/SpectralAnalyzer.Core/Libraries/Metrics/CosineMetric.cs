namespace SpectralAnalyzer.Core.Libraries.Metrics;

/// <summary>The cosine Q·L / (|Q| |L|) of the spectra as they are.</summary>
internal sealed class CosineMetric : ISearchMetric
{
    public SearchMetric Metric => SearchMetric.Cosine;

    public bool TakesDifferences => false;

    public double Similarity(in PairSums sums) => sums.Cosine(0, sums.RowOffset);

    public double Score(double similarity) => similarity;
}
