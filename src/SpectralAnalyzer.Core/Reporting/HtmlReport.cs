using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>
/// Writes a report as one self-contained HTML file, which opens without a server or a network. Everything can be read without the
/// script, which sorts, filters and enlarges the graphs.
/// </summary>
internal sealed class HtmlReport
{
    private readonly SpectralReport _report;
    private readonly ReportRow[] _rows;
    private readonly HtmlText _html;
    private readonly ReportLinks _links;
    private readonly ReportGraphs _graphs;
    private readonly CancellationToken _cancellationToken;

    private HtmlReport(ReportContent content, TextWriter writer, CancellationToken cancellationToken)
    {
        var report = _report = content.Report;
        _rows = [.. report.Results.Select(r => new ReportRow(r, report.MinimumCorrelation))];
        _html = new HtmlText(writer);
        _links = new ReportLinks(content.Folder);
        _graphs = new ReportGraphs(content.Formats, Path.GetDirectoryName(report.Run?.Manifest));
        _cancellationToken = cancellationToken;
    }

    /// <summary>Writes a report.</summary>
    /// <param name="content">The report.</param>
    /// <param name="stream">The stream to write to; it is left open.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal static void Write(ReportContent content, Stream stream, CancellationToken cancellationToken)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        new HtmlReport(content, writer, cancellationToken).Write();
    }

    private void Write()
    {
        _html.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ReportAsset.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="SpectralAnalyzer.PS">
            <title>{_report.Title}</title>
            <style>{new HtmlMarkup(ReportAsset.Style)}</style>
            </head>
            <body>

            """);
        WriteHead();
        _html.Write($"<main>\n");
        ReportDistributions.Write(_html, _rows);
        ReportLimits.Write(_html, _rows);
        ReportProblems.Write(_html, _rows);
        new ReportTable(_html, _links, _graphs, _report, _cancellationToken).Write(_rows);
        ReportProvenance.Write(_html, _report, _rows);
        _html.Write($"""
            </main>
            <dialog id="graph" aria-label="Graph"><form method="dialog"><p id="graph-name"></p>
            <a id="graph-file" target="_blank" rel="noopener">Open file</a>
            <button type="button" id="graph-before" aria-label="Previous graph (left arrow)">‹</button>
            <button type="button" id="graph-next" aria-label="Next graph (right arrow)">›</button>
            <button aria-label="Close">×</button></form><img id="graph-image" alt=""></dialog>
            <script>{new HtmlMarkup(ReportAsset.Script)}</script>
            </body>
            </html>

            """);
    }

    private void WriteHead()
    {
        var failed = _rows.Count(r => r.Status == "failed");
        var below = _rows.Count(r => r.Status == "below");
        var skipped = _rows.Count(r => r.Status == "skipped");
        var good = _rows.Length - failed - below - skipped;
        _html.Write($"<header>\n<h1>{_report.Title}</h1>\n<p class=\"lead\">{Verdict(failed, below)}</p>\n<p class=\"about\">");
        if (_report.Run?.Baseline is { } baseline)
            _html.Write($"Baseline <strong><bdi>{Path.GetFileName(baseline.Path)}</bdi></strong> · ");
        _html.Write($"{Files()} · written "
            + $"{DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC</p>\n");
        var verdicts = ReportLimits.Count(_rows);
        if (verdicts.Count > 0)
            Bar(
                string.Join(", ", verdicts.Select(v => ReportLimits.Words(v.Verdict, v.Count))),
                [.. verdicts.Reverse().Select(v => (ReportLimits.Color(v.Verdict), v.Count))]);
        else
            Bar(
                $"{good} good, {below} below the limit, {failed} failed, {skipped} skipped",
                [("succeeded", good), ("below", below), ("failed", failed), ("skipped", skipped)]);
        _html.Write($"<dl class=\"cards\">\n");
        foreach (var (verdict, count) in verdicts)
            Card(verdict.ToString(), count, ReportLimits.Color(verdict));
        Card("Spectra", _rows.Length, "");
        Card("Succeeded", good, "succeeded");
        if (_report.MinimumCorrelation is { } minimum)
            Card(FormattableString.Invariant($"r below {minimum}"), below, below > 0 ? "below" : "");
        Card("Failed", failed, failed > 0 ? "failed" : "");
        if (skipped > 0)
            Card("Skipped", skipped, "skipped");
        foreach (var metric in SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.ReportDistribution)))
            Card("Median " + metric.Heading, ReportNumber.Metric(metric, Median(_rows.Select(r => r.Value(metric)))), "");
        Card("With warnings", _rows.Count(r => r.Result.Warnings.Count > 0), "");
        _html.Write($"</dl>\n</header>\n");
    }

    private void Bar(string label, IReadOnlyList<(string Kind, int Count)> parts)
    {
        _html.Write($"<div class=\"bar\" role=\"img\" aria-label=\"{label}\">");
        foreach (var (kind, count) in parts)
        {
            if (count > 0)
                _html.Write($"<i class=\"{kind}\" style=\"flex-grow:{count}\"></i>");
        }

        _html.Write($"</div>\n");
    }

    private string Files()
    {
        var count = _rows.Select(r => r.Result.Path).Distinct(StringComparer.Ordinal).Count();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{_rows.Length:N0} {(_rows.Length == 1 ? "spectrum" : "spectra")} of {count:N0} {(count == 1 ? "file" : "files")}");
    }

    private string Verdict(int failed, int below)
    {
        if (_rows.Length == 0)
            return "There are no results.";
        if (failed + below == 0 && _rows.All(r => r.Result.Verdict == SpectralVerdict.None))
            return _report.MinimumCorrelation is null
                ? "Every spectrum was compared."
                : "Every spectrum was compared and is within the limit.";
        var parts = new List<string>();
        var verdicts = ReportLimits.Count(_rows);
        if (verdicts.Count > 0)
        {
            parts.AddRange(verdicts.Select(v => ReportLimits.Words(v.Verdict, v.Count)));
            if (failed > 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{failed:N0} not compared"));
            return $"{string.Join(", ", parts)}.";
        }

        if (failed > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{failed:N0} failed"));
        if (below > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{below:N0} {(below == 1 ? "is" : "are")} below the limit"));
        return $"{string.Join(", ", parts)}; the rest was compared.";
    }

    private void Card(string name, int count, string kind) =>
        Card(name, count.ToString("N0", CultureInfo.InvariantCulture), kind);

    private void Card(string name, string value, string kind) =>
        _html.Write($"<div class=\"{kind}\"><dt>{name}</dt><dd>{value}</dd></div>\n");

    private static double? Median(IEnumerable<double?> numbers)
    {
        double[] values = [.. numbers.OfType<double>().Where(double.IsFinite).Order()];
        return values.Length == 0 ? null : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
