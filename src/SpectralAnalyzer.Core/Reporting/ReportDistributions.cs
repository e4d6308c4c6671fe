namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes histograms with the limits as lines; a bar filters the table to its spectra.</summary>
internal static class ReportDistributions
{
    private const int Width = 480;
    private const int Height = 120;

    /// <summary>Writes the section, if there is something to show.</summary>
    internal static void Write(
        HtmlText html, ReportLanguage language, IReadOnlyList<ReportRow> rows, IReadOnlyList<ReportDistribution> distributions)
    {
        var charts = distributions
            .Select(d => (Of: d, Histogram: ReportHistogram.Create(
                rows.Select(row => d.Value(row) ?? double.NaN), [.. d.Bounds.Select(b => b.At)])))
            .Where(c => c.Histogram is not null)
            .ToArray();
        if (charts.Length == 0)
            return;
        html.Write($"<section aria-labelledby=\"h-dist\">\n<h2 id=\"h-dist\">{language["distributions"]}</h2>\n"
            + $"<div class=\"charts\">\n");
        foreach (var (of, histogram) in charts)
            Chart(html, language, of, histogram!);
        html.Write($"</div>\n</section>\n");
    }

    private static void Chart(HtmlText html, ReportLanguage language, ReportDistribution of, ReportHistogram histogram)
    {
        html.Write($"<figure><figcaption>{of.Name}");
        foreach (var (key, at, isWarning) in of.Bounds)
        {
            html.Write($" <span class=\"{(isWarning ? "warn" : "fail")}\">{language.Format(key, of.Write(at))}");
            if (histogram.Place(at) is null)
                html.Write($" <small>{language["limit.beyond"]}</small>");
            html.Write($"</span>");
        }

        html.Write($"</figcaption><svg viewBox=\"0 0 {Width} {Height + 22}\" role=\"group\" ");
        html.Write($"aria-label=\"{language.Format("distribution.of", of.Name)}\">");
        for (var i = 0; i < histogram.Counts.Count; i++)
            Bar(html, language, of, histogram, i);
        foreach (var (key, at, isWarning) in of.Bounds)
        {
            if (histogram.Place(at) is not { } place)
                continue;
            html.Write($"<path class=\"{(isWarning ? "warn" : "fail")}\" d=\"M{place * Width:0.##} -4V{Height}\">"
                + $"<title>{language.Format(key, of.Write(at))}</title></path>");
        }

        var end = histogram.Step == 0 ? histogram.From : histogram.Start(histogram.Counts.Count);
        html.Write($"<path class=\"axis\" d=\"M0 {Height + 0.5}H{Width}\"/>");
        html.Write($"<text x=\"0\" y=\"{Height + 17}\">{of.Write(histogram.From)}</text>");
        if (histogram.Step > 0)
            html.Write($"<text x=\"{Width}\" y=\"{Height + 17}\" text-anchor=\"end\">{of.Write(end)}</text>");
        html.Write($"</svg></figure>\n");
    }

    private static void Bar(
        HtmlText html, ReportLanguage language, ReportDistribution of, ReportHistogram histogram, int index)
    {
        var count = histogram.Counts[index];
        if (count == 0)
            return;
        var room = Width / (double)histogram.Counts.Count;
        var width = Math.Max(1, Math.Min(room - 2, 60));
        var height = Math.Max(2, Height * (double)count / histogram.Counts.Max());
        double from = histogram.Start(index), to = histogram.Step == 0 ? from : histogram.Start(index + 1);
        var text = histogram.Step == 0 ? of.Write(from) : language.Format("range", of.Write(from), of.Write(to));
        var spectra = language.Count("spectra", count);
        html.Write($"<rect tabindex=\"0\" role=\"button\" data-column=\"{of.Column}\" "
            + $"data-from=\"{ReportNumber.Whole(from)}\" ");
        html.Write($"data-to=\"{ReportNumber.Whole(to)}\" data-last=\"{(index == histogram.Counts.Count - 1 ? "1" : "")}\" ");
        html.Write($"data-label=\"{of.Name} {text}\" aria-label=\"{spectra}: {of.Name} {text}\" ");
        html.Write($"x=\"{(index * room) + 1:0.##}\" y=\"{Height - height:0.##}\" "
            + $"width=\"{width:0.##}\" height=\"{height:0.##}\" ");
        html.Write($"rx=\"1.5\"><title>{text}: {spectra}</title></rect>");
    }
}
