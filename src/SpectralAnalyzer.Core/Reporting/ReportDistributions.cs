namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes how the figures are distributed; a bar filters the table to what it stands for.</summary>
internal static class ReportDistributions
{
    private const int Width = 480;
    private const int Height = 120;

    /// <summary>Writes the section; nothing where there is no figure.</summary>
    internal static void Write(HtmlText html, IReadOnlyList<ReportRow> rows)
    {
        var correlation = ReportHistogram.Create(rows.Select(r => r.Result.Comparison?.Correlation ?? double.NaN));
        var rmse = ReportHistogram.Create(rows.Select(r => r.Result.Comparison?.Rmse ?? double.NaN));
        if (correlation is null && rmse is null)
            return;
        html.Write($"<section aria-labelledby=\"h-dist\">\n<h2 id=\"h-dist\">Distributions</h2>\n<div class=\"charts\">\n");
        Chart(html, "r", "Correlation r", correlation, v => ReportNumber.Correlation(v));
        Chart(html, "rmse", "RMSE", rmse, v => ReportNumber.Short(v));
        html.Write($"</div>\n</section>\n");
    }

    private static void Chart(HtmlText html, string column, string name, ReportHistogram? histogram, Func<double, string> label)
    {
        if (histogram is null)
            return;
        var most = histogram.Counts.Max();
        var width = Width / (double)histogram.Counts.Count;
        html.Write($"<figure><figcaption>{name}</figcaption><svg viewBox=\"0 0 {Width} {Height + 22}\" role=\"group\" aria-label=\"How {name} is distributed\">");
        for (var i = 0; i < histogram.Counts.Count; i++)
        {
            var count = histogram.Counts[i];
            if (count == 0)
                continue;
            var height = Math.Max(2, Height * (double)count / most);
            double from = histogram.Start(i), to = histogram.Step == 0 ? from : histogram.Start(i + 1);
            var text = histogram.Step == 0 ? label(from) : $"{label(from)} to {label(to)}";
            var noun = count == 1 ? "spectrum" : "spectra";
            html.Write($"<rect tabindex=\"0\" role=\"button\" data-column=\"{column}\" data-from=\"{ReportNumber.Whole(from)}\" data-to=\"{ReportNumber.Whole(to)}\" data-last=\"{(i == histogram.Counts.Count - 1 ? "1" : "")}\" data-label=\"{name} {text}\" aria-label=\"{count} {noun}: {name} {text}\" x=\"{(i * width) + 1:0.##}\" y=\"{Height - height:0.##}\" width=\"{Math.Max(1, Math.Min(width - 2, 60)):0.##}\" height=\"{height:0.##}\" rx=\"1.5\"><title>{text}: {count} {noun}</title></rect>");
        }

        var end = histogram.Step == 0 ? histogram.From : histogram.Start(histogram.Counts.Count);
        html.Write($"<path class=\"axis\" d=\"M0 {Height + 0.5}H{Width}\"/><text x=\"0\" y=\"{Height + 17}\">{label(histogram.From)}</text>");
        if (histogram.Step > 0)
            html.Write($"<text x=\"{Width}\" y=\"{Height + 17}\" text-anchor=\"end\">{label(end)}</text>");
        html.Write($"</svg></figure>\n");
    }
}
