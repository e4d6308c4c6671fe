namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The table in docs/metrics.md, written from the descriptors of the metrics.</summary>
internal static class MetricsPage
{
    private const string Start = "<!-- The command that updates the help writes this table. -->\n\n";
    private const string End = "\n<!-- End of the table. -->\n";

    /// <summary>Gets the path of the page from the root.</summary>
    internal static string Page { get; } = Path.Combine("docs", "metrics.md");

    /// <summary>Returns the page with a current table.</summary>
    internal static string Update(string page)
    {
        int start = page.IndexOf(Start, StringComparison.Ordinal), end = page.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start)
            throw new InvalidDataException($"{Page} has no comments around the table of the metrics.");
        return page[..(start + Start.Length)] + Table() + page[end..];
    }

    private static string Table() =>
        "| property | formula | unit | range | better |\n|---|---|---|---|---|\n" + string.Concat(
            SpectralMetrics.All.Select(Row));

    private static string Row(SpectralMetric metric) =>
        $"| <a id=\"{metric.Reference.Split('#')[1]}\"></a>`{metric.Name}` | {metric.Formula} "
        + $"| {metric.Unit} | {metric.Range} | {Better(metric.Direction)} |\n";

    private static string Better(MetricDirection direction) => direction switch
    {
        MetricDirection.HigherIsBetter => "higher",
        MetricDirection.LowerIsBetter => "lower",
        MetricDirection.ZeroIsBest => "near 0",
        _ => "",
    };
}
