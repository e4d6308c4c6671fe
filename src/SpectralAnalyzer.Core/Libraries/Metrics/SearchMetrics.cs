namespace SpectralAnalyzer.Core.Libraries.Metrics;

/// <summary>The metrics of the search.</summary>
internal static class SearchMetrics
{
    internal static IReadOnlyList<ISearchMetric> All { get; } =
    [
        new CorrelationMetric(),
        new CosineMetric(),
        new DerivativeCorrelationMetric(),
        new EuclideanMetric(),
    ];

    internal static ISearchMetric Find(SearchMetric metric) => All.First(candidate => candidate.Metric == metric);
}
