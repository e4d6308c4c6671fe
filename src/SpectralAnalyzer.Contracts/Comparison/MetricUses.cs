namespace SpectralAnalyzer;

/// <summary>Where a metric is shown, besides being a property of <see cref="SpectralComparison"/>.</summary>
[Flags]
public enum MetricUses
{
    /// <summary>In the list view of a comparison only.</summary>
    None = 0,

    /// <summary>In the table view of <see cref="SpectralComparison"/>.</summary>
    ComparisonTable = 1,

    /// <summary>A property of <see cref="SpectralResult"/> and a column of its table view.</summary>
    Result = 2,

    /// <summary>A column of the table in the HTML report.</summary>
    ReportColumn = 4,

    /// <summary>A histogram and a median in the HTML report.</summary>
    ReportDistribution = 8,

    /// <summary>A distribution in the statistics of a batch.</summary>
    Statistics = 16,

    /// <summary>A property of a test case in the JUnit report.</summary>
    JUnit = 32,
}
