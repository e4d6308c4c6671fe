namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes the end of the printed sheet, which screens do not show: what is signed, and the lines to sign on.</summary>
internal static class ReportSignature
{
    /// <summary>Writes the section.</summary>
    internal static void Write(HtmlText html, ReportLanguage language, SpectralReport report)
    {
        html.Write($"<section class=\"sign\" aria-labelledby=\"h-sign\">\n<h2 id=\"h-sign\">{language["sign"]}</h2>\n<ul>\n");
        foreach (var method in ReportProvenance.Methods(report))
        {
            html.Write($"<li>{language["method"]} <b>{language.Format("method.version", method.Name, method.Version)}</b>, "
                + $"SHA-256 <code>{method.Sha256}</code></li>\n");
        }

        foreach (var baseline in ReportProvenance.Baselines(report))
        {
            html.Write($"<li>{language["baseline"]} <b>{Path.GetFileName(baseline.Path)}</b>, "
                + $"SHA-256 <code>{baseline.Sha256}</code></li>\n");
        }

        if (report.Run is { } run)
            html.Write($"<li>{language["fact.run"]} <code>{run.Id}</code>, {ReportLanguage.Moment(run.StartedUtc)}</li>\n");
        html.Write($"</ul>\n<div class=\"lines\">\n");
        Lines(html, language, language["sign.operator"], report.Operator);
        Lines(html, language, language["sign.reviewer"], "");
        html.Write($"</div>\n</section>\n");
    }

    private static void Lines(HtmlText html, ReportLanguage language, string who, string name) => html.Write(
        $"<p><span>{name}</span><small>{who}</small></p><p><span></span><small>{language["sign.date"]}</small></p>"
        + $"<p><span></span><small>{language["sign.signature"]}</small></p>\n");
}
