namespace SpectralAnalyzer.Core.Libraries;

/// <summary>A metric of the search. A similarity is larger where spectra are more alike; a score is what the user sees.</summary>
internal interface ISearchMetric
{
    SearchMetric Metric { get; }

    /// <summary>Gets whether the sums are those of the differences between neighboring points.</summary>
    bool TakesDifferences { get; }

    /// <summary>Returns the similarity, at most 1.</summary>
    double Similarity(in PairSums sums);

    /// <summary>Returns the score of a similarity.</summary>
    double Score(double similarity);
}
