namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes histograms of metrics; a bar filters the table to its spectra.</summary>
internal static class ReportDistributions
{
    private const int Width = 480;
    private const int Height = 120;

    /// <summary>Writes the section, if there is a metric to show.</summary>
    internal static void Write(HtmlText html, IReadOnlyList<ReportRow> rows)
    {
        var charts = SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.ReportDistribution))
            .Select(m => (Metric: m, Histogram: ReportHistogram.Create(rows.Select(r => r.Value(m) ?? double.NaN))))
            .Where(c => c.Histogram is not null)
            .ToArray();
        if (charts.Length == 0)
            return;
        html.Write($"<section aria-labelledby=\"h-dist\">\n<h2 id=\"h-dist\">Distributions</h2>\n<div class=\"charts\">\n");
        foreach (var (metric, histogram) in charts)
            Chart(html, metric, histogram!);
        html.Write($"</div>\n</section>\n");
    }

    private static void Chart(HtmlText html, SpectralMetric metric, ReportHistogram histogram)
    {
        var name = metric.DisplayName;
        html.Write($"<figure><figcaption>{name}</figcaption><svg viewBox=\"0 0 {Width} {Height + 22}\" role=\"group\" ");
        html.Write($"aria-label=\"Distribution of {name}\">");
        for (var i = 0; i < histogram.Counts.Count; i++)
            Bar(html, metric, histogram, i);
        var end = histogram.Step == 0 ? histogram.From : histogram.Start(histogram.Counts.Count);
        html.Write($"<path class=\"axis\" d=\"M0 {Height + 0.5}H{Width}\"/>");
        html.Write($"<text x=\"0\" y=\"{Height + 17}\">{ReportNumber.Metric(metric, histogram.From)}</text>");
        if (histogram.Step > 0)
            html.Write($"<text x=\"{Width}\" y=\"{Height + 17}\" text-anchor=\"end\">{ReportNumber.Metric(metric, end)}</text>");
        html.Write($"</svg></figure>\n");
    }

    private static void Bar(HtmlText html, SpectralMetric metric, ReportHistogram histogram, int index)
    {
        var count = histogram.Counts[index];
        if (count == 0)
            return;
        var room = Width / (double)histogram.Counts.Count;
        var width = Math.Max(1, Math.Min(room - 2, 60));
        var height = Math.Max(2, Height * (double)count / histogram.Counts.Max());
        double from = histogram.Start(index), to = histogram.Step == 0 ? from : histogram.Start(index + 1);
        var text = ReportNumber.Metric(metric, from) + (histogram.Step == 0 ? "" : " to " + ReportNumber.Metric(metric, to));
        var noun = count == 1 ? "spectrum" : "spectra";
        html.Write($"<rect tabindex=\"0\" role=\"button\" data-column=\"{metric.Name}\" "
            + $"data-from=\"{ReportNumber.Whole(from)}\" ");
        html.Write($"data-to=\"{ReportNumber.Whole(to)}\" data-last=\"{(index == histogram.Counts.Count - 1 ? "1" : "")}\" ");
        html.Write($"data-label=\"{metric.DisplayName} {text}\" aria-label=\"{count} {noun}: {metric.DisplayName} {text}\" ");
        html.Write($"x=\"{(index * room) + 1:0.##}\" y=\"{Height - height:0.##}\" "
            + $"width=\"{width:0.##}\" height=\"{height:0.##}\" ");
        html.Write($"rx=\"1.5\"><title>{text}: {count} {noun}</title></rect>");
    }
}
