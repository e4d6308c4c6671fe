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

    /// <summary>Writes the section, if a limit was not kept.</summary>
    internal static void Write(HtmlText html, ReportLanguage language, IReadOnlyList<ReportRow> rows)
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
        html.Write($"<section aria-labelledby=\"h-limits\">\n<h2 id=\"h-limits\">{language["limits"]}</h2>\n"
            + $"<div class=\"problems\">\n");
        foreach (var limit in limits)
        {
            var held = limit.OrderByDescending(h => h.Outcome.Verdict).ThenByDescending(h => double.IsNaN(h.Outcome.Value))
                .ThenByDescending(h => h.Outcome.Excess).ToArray();
            var counts = s_verdicts.Select(verdict => (Verdict: verdict, Count: held.Count(h => h.Outcome.Verdict == verdict)))
                .Where(v => v.Count > 0).Select(v => language.Count($"count.{v.Verdict}", v.Count));
            html.Write($"<article class=\"{Color(held[0].Outcome.Verdict)}\"><h3>{limit.Key} "
                + $"<span>{string.Join(", ", counts)}</span></h3>\n<ul>\n");
            foreach (var (row, outcome) in held.Take(Shown))
                html.Write($"<li title=\"{row.Result.Path}\"><bdi>{row.Name}</bdi>: {Outcome(language, outcome)}</li>\n");
            html.Write($"</ul>\n");
            if (held.Length > Shown)
                html.Write($"<p>{language.Format("more.table", held.Length - Shown)}</p>\n");
            html.Write($"</article>\n");
        }

        html.Write($"</div>\n</section>\n");
    }

    /// <summary>Writes an outcome without the name, for example <c>14.2 (max 12)</c>.</summary>
    internal static string Outcome(ReportLanguage language, LimitOutcome outcome)
    {
        var bound = Bound(language, outcome);
        return double.IsNaN(outcome.Value)
            ? language.Format("limit.missing", bound)
            : $"{language.Numbers.Value(outcome.Value)}{(outcome.Unit.Length == 0 ? "" : " ")}{outcome.Unit} ({bound})";
    }

    // as LimitOutcome.Bound: the bound that decided, or all of them
    private static string Bound(ReportLanguage language, LimitOutcome outcome)
    {
        var bounds = Bounds(outcome.Limit);
        var decided = outcome.Verdict is SpectralVerdict.Fail or SpectralVerdict.Warning && !double.IsNaN(outcome.Value)
            ? bounds.Where(b => b.IsWarning == (outcome.Verdict == SpectralVerdict.Warning)
                && (b.IsLower ? outcome.Value < b.At : outcome.Value > b.At))
            : bounds;
        return string.Join(", ", decided.Select(b => language.Format(b.Key, language.Numbers.Value(b.At))));
    }

    /// <summary>Returns the bounds of a limit, each with the key of its text.</summary>
    internal static IReadOnlyList<(string Key, double At, bool IsWarning, bool IsLower)> Bounds(SpectralLimit limit) =>
    [
        .. new (string Key, double? At, bool IsWarning, bool IsLower)[]
        {
            ("limit.min", limit.Min, false, true), ("limit.max", limit.Max, false, false),
            ("limit.warnMin", limit.WarnMin, true, true), ("limit.warnMax", limit.WarnMax, true, false),
        }.Where(b => b.At is not null).Select(b => (b.Key, b.At!.Value, b.IsWarning, b.IsLower)),
    ];
}
