namespace SpectralAnalyzer.Core.Reporting;

/// <summary>What a report shows the distribution of: a metric, or a value that a limit holds.</summary>
/// <param name="Column">The name by which the page finds the values: that of a metric, or <c>limit-</c> and a number.</param>
/// <param name="Name">The name that is shown, with its unit.</param>
/// <param name="Value">Returns the value of a result, or null.</param>
/// <param name="Write">Returns a value as text.</param>
/// <param name="Bounds">The limits, each with the key of its text.</param>
internal sealed record ReportDistribution(
    string Column,
    string Name,
    Func<ReportRow, double?> Value,
    Func<double, string> Write,
    IReadOnlyList<(string Key, double At, bool IsWarning)> Bounds)
{
    private const int MostLimits = 6;
    private const string OfLimit = "limit-";

    /// <summary>Gets whether the values are those of a limit, which have no column in the table.</summary>
    internal bool IsOfLimit => Column.StartsWith(OfLimit, StringComparison.Ordinal);

    /// <summary>Returns the distributions: of the metrics that every report shows, then of what else is limited.</summary>
    internal static IReadOnlyList<ReportDistribution> Find(
        ReportLanguage language, IReadOnlyList<ReportRow> rows, double? minimumCorrelation)
    {
        var held = rows.SelectMany(row => row.Result.Limits)
            .GroupBy(outcome => outcome.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(limit => limit.Key, limit => limit.ToArray(), StringComparer.OrdinalIgnoreCase);
        var metrics = SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.ReportDistribution)).ToArray();
        IEnumerable<ReportDistribution> found =
        [
            .. metrics.Select(metric => new ReportDistribution(
                metric.Name, language.Metric(metric), row => row.Value(metric), value => language.Numbers.Metric(metric, value),
                BoundsOf(
                    held.GetValueOrDefault(metric.Name) ?? [],
                    metric.Name == nameof(SpectralComparison.Correlation) ? minimumCorrelation : null))),
            .. held.Where(limit => !metrics.Any(m => m.Name.Equals(limit.Key, StringComparison.OrdinalIgnoreCase)))
                .OrderByDescending(limit => limit.Value.Count(o => o.Verdict == SpectralVerdict.Fail))
                .ThenByDescending(limit => limit.Value.Count(o => o.Verdict == SpectralVerdict.Warning))
                .ThenBy(limit => limit.Key, StringComparer.OrdinalIgnoreCase)
                .Take(MostLimits)
                .Select((limit, i) => new ReportDistribution(
                    FormattableString.Invariant($"{OfLimit}{i}"),
                    NameOf(language, limit.Value.MaxBy(outcome => outcome.Unit.Length)!),
                    row => row.Result.Limits.FirstOrDefault(
                        o => o.Name.Equals(limit.Key, StringComparison.OrdinalIgnoreCase))?.Value,
                    language.Numbers.Value, BoundsOf(limit.Value, null))),
        ];
        return [.. found];
    }

    private static string NameOf(ReportLanguage language, LimitOutcome outcome)
    {
        var metric = SpectralMetrics.All.FirstOrDefault(m => m.Name.Equals(outcome.Name, StringComparison.OrdinalIgnoreCase));
        var name = metric is null ? outcome.Name : language.Metric(metric);
        return outcome.Unit.Length == 0 ? name : $"{name} ({outcome.Unit})";
    }

    private static IReadOnlyList<(string Key, double At, bool IsWarning)> BoundsOf(LimitOutcome[] held, double? minimum)
    {
        var bounds = held.Select(outcome => outcome.Limit).Distinct().SelectMany(ReportLimits.Bounds)
            .Select(bound => (bound.Key, bound.At, bound.IsWarning));
        return [.. (minimum is { } least ? bounds.Append(("limit.min", least, false)) : bounds).Distinct()];
    }
}
