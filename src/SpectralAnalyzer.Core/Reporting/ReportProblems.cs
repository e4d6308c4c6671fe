namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes the errors by id, with what to do, and the warnings.</summary>
internal static class ReportProblems
{
    private const int Shown = 12;

    /// <summary>Writes the sections, if there are errors or warnings.</summary>
    internal static void Write(HtmlText html, ReportLanguage language, IReadOnlyList<ReportRow> rows)
    {
        var failed = rows.Where(r => r.Result.Error is not null).GroupBy(r => r.Result.Error!.Id)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (failed.Length > 0)
        {
            html.Write($"<section aria-labelledby=\"h-failed\">\n<h2 id=\"h-failed\">{language["errors"]}</h2>\n"
                + $"<div class=\"problems\">\n");
            foreach (var kind in failed)
                Kind(html, language, kind.Key, [.. kind]);
            html.Write($"</div>\n</section>\n");
        }

        var warnings = rows.SelectMany(r => r.Result.Warnings.Distinct()).GroupBy(w => w, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToArray();
        if (warnings.Length == 0)
            return;
        html.Write($"<section aria-labelledby=\"h-warnings\">\n<h2 id=\"h-warnings\">{language["warnings"]}</h2>\n"
            + $"<ul class=\"warnings\">\n");
        foreach (var warning in warnings.Take(Shown))
            html.Write($"<li><b>{language.Numbers.Count(warning.Count())} ×</b> {warning.Key}</li>\n");
        if (warnings.Length > Shown)
            html.Write($"<li>{language.Format("more.kinds", warnings.Length - Shown)}</li>\n");
        html.Write($"</ul>\n</section>\n");
    }

    private static void Kind(HtmlText html, ReportLanguage language, string id, IReadOnlyList<ReportRow> rows)
    {
        html.Write($"<article><h3>{id} <span>{language.Count("spectra", rows.Count)}</span></h3>\n");
        var recommendations = rows.Select(r => r.Result.Error!.Recommendation).OfType<string>().Distinct(StringComparer.Ordinal)
            .ToArray();
        foreach (var recommendation in recommendations.Take(3))
            html.Write($"<p class=\"do\">{recommendation}</p>\n");
        html.Write($"<ul>\n");
        foreach (var row in rows.Take(Shown))
            Item(html, language, row);
        html.Write($"</ul>\n");
        if (rows.Count > Shown)
        {
            html.Write($"<details><summary>{language.Format("more", rows.Count - Shown)}</summary><ul>\n");
            foreach (var row in rows.Skip(Shown))
                Item(html, language, row);
            html.Write($"</ul></details>\n");
        }

        html.Write($"</article>\n");
    }

    private static void Item(HtmlText html, ReportLanguage language, ReportRow row)
    {
        var line = row.Result.Error!.Line is { } number ? ", " + language.Format("line", number) : "";
        html.Write($"<li title=\"{row.Result.Path}\"><bdi>{row.Name}</bdi>{line}: {row.Result.Error.Message}</li>\n");
    }
}
