namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes the limits that were not kept, each with its spectra, the worst first.</summary>
internal static class ReportLimits
{
    private const int Shown = 8;

    private static readonly SpectralVerdict[] s_verdicts =
        [SpectralVerdict.Fail, SpectralVerdict.Warning, SpectralVerdict.Pass];

    /// <summary>Returns the verdicts that occur, the worst first, with their counts.</summary>
    internal static IReadOnlyList<(SpectralVerdict Verdict, int Count)> Count(IReadOnlyList<ReportRow> rows) =>
        [.. s_verdicts.Select(verdict => (verdict, rows.Count(r => r.Result.Verdict == verdict))).Where(v => v.Item2 > 0)];

    /// <summary>Returns the name of the color of a verdict, which is that of a status.</summary>
    internal static string Color(SpectralVerdict verdict) => verdict switch
    {
        SpectralVerdict.Fail => "failed",
        SpectralVerdict.Warning => "below",
        SpectralVerdict.Pass => "succeeded",
        _ => "skipped",
    };

    /// <summary>Writes a number of verdicts, for example <c>2 warnings</c>.</summary>
    internal static string Words(SpectralVerdict verdict, int count) =>
        FormattableString.Invariant($"{count:N0} ") + verdict switch
        {
            SpectralVerdict.Fail => "fail",
            SpectralVerdict.Warning => count == 1 ? "warning" : "warnings",
            _ => "pass",
        };

    /// <summary>Writes the section, if a limit was not kept.</summary>
    internal static void Write(HtmlText html, IReadOnlyList<ReportRow> rows)
    {
        var limits = rows.SelectMany(row => row.Result.Limits.Select(outcome => (Row: row, Outcome: outcome)))
            .Where(held => held.Outcome.Verdict is SpectralVerdict.Fail or SpectralVerdict.Warning)
            .GroupBy(held => held.Outcome.Name, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(limit => limit.Count(held => held.Outcome.Verdict == SpectralVerdict.Fail))
            .ThenByDescending(limit => limit.Count())
            .ThenBy(limit => limit.Key, StringComparer.OrdinalIgnoreCase)
            .ToArray();
        if (limits.Length == 0)
            return;
        html.Write($"<section aria-labelledby=\"h-limits\">\n<h2 id=\"h-limits\">Limits that were not kept</h2>\n"
            + $"<div class=\"problems\">\n");
        foreach (var limit in limits)
        {
            var held = limit.OrderByDescending(h => h.Outcome.Verdict).ThenByDescending(h => double.IsNaN(h.Outcome.Value))
                .ThenByDescending(h => h.Outcome.Excess).ToArray();
            var counts = s_verdicts.Select(verdict => (Verdict: verdict, Count: held.Count(h => h.Outcome.Verdict == verdict)))
                .Where(v => v.Count > 0).Select(v => Words(v.Verdict, v.Count));
            html.Write($"<article class=\"{Color(held[0].Outcome.Verdict)}\"><h3>{limit.Key} "
                + $"<span>{string.Join(", ", counts)}</span></h3>\n<ul>\n");
            foreach (var (row, outcome) in held.Take(Shown))
                html.Write($"<li title=\"{row.Result.Path}\"><bdi>{row.Name}</bdi>: {Outcome(outcome)}</li>\n");
            html.Write($"</ul>\n");
            if (held.Length > Shown)
                html.Write($"<p>{held.Length - Shown:N0} more: see the table.</p>\n");
            html.Write($"</article>\n");
        }

        html.Write($"</div>\n</section>\n");
    }

    /// <summary>Writes an outcome without the name, for example <c>14.2 (max 12)</c>.</summary>
    internal static string Outcome(LimitOutcome outcome) => double.IsNaN(outcome.Value)
        ? $"missing ({outcome.Bound})"
        : $"{ReportNumber.Value(outcome.Value)}{(outcome.Unit.Length == 0 ? "" : " ")}{outcome.Unit} ({outcome.Bound})";
}
