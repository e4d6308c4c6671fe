using System.Text;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>
/// Writes a report as one self-contained HTML file, which opens without a server or a network. Everything can be read without the
/// script, which sorts, filters and enlarges the graphs.
/// </summary>
internal sealed class HtmlReport
{
    // in the order of the text "bar"
    private static readonly string[] s_statuses = ["succeeded", "unchanged", "below", "failed", "skipped"];

    private readonly SpectralReport _report;
    private readonly ReportRow[] _rows;
    private readonly HtmlText _html;
    private readonly ReportLanguage _language;
    private readonly ReportLinks _links;
    private readonly ReportGraphs _graphs;
    private readonly Action<string> _warn;
    private readonly CancellationToken _cancellationToken;

    private HtmlReport(ReportContent content, TextWriter writer, CancellationToken cancellationToken)
    {
        var report = _report = content.Report;
        _rows = ReportRow.Create(report);
        _language = ReportLanguage.Create(report.Culture);
        _html = new HtmlText(writer);
        _links = new ReportLinks(content.Folder);
        _graphs = new ReportGraphs(report, content.Formats);
        _warn = content.Warn;
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
        var graphs = _graphs.Load(_rows, _cancellationToken);
        var distributions = ReportDistribution.Find(_language, _rows, _report.MinimumCorrelation);
        var table = new ReportTable(_html, _language, _links, _graphs, _report, distributions, _cancellationToken);
        var note = NoteOfGraphs();
        _html.Write($"""
            <!DOCTYPE html>
            <html lang="{_language.CultureName}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="{ReportAsset.Policy}">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="generator" content="SpectralAnalyzer.PS">
            <title>{Title}</title>
            <style>{new HtmlMarkup(ReportAsset.Style)}</style>

            """);
        table.WriteLabels();
        _html.Write($"</head>\n<body>\n");
        WriteHead();
        _html.Write($"<main>\n");
        ReportDistributions.Write(_html, _language, _rows, distributions);
        ReportLimits.Write(_html, _language, _rows);
        ReportProblems.Write(_html, _language, _rows);
        table.Write(_rows, graphs, note);
        ReportProvenance.Write(_html, _language, _report);
        ReportSignature.Write(_html, _language, _report);
        _html.Write($"</main>\n");
        WriteViewer();
        _html.Write($"<script>{new HtmlMarkup(ReportAsset.Script)}</script>\n</body>\n</html>\n");
    }

    private string Title => _report.Title ?? _language["title"];

    // what the page lacks is said in it, and to the user
    private string NoteOfGraphs()
    {
        var (all, embedded) = _graphs.Counts;
        if (_report.EmbedLimit <= 0 || all + _graphs.Lost == 0)
            return "";
        var folders = _rows.Select(row => _graphs.Find(row.Result)).OfType<string>().Select(Path.GetDirectoryName)
            .Distinct(StringComparer.Ordinal).Take(2).ToArray();
        var note = embedded == all ? "" : _language.Format("graphs.some", embedded, all, string.Join(", ", folders));
        if (_graphs.Lost > 0)
            note = $"{note} {_language.Format("graphs.lost", _graphs.Lost)}".Trim();
        if (note.Length == 0)
            return _language["graphs.all"];
        _warn($"{note} (-EmbedLimit, -EmbedGraph)");
        return note;
    }

    private void WriteViewer() => _html.Write($"""
        <dialog id="graph" aria-label="{_language["column.graph"]}" data-alt="{_language["graph.of"]}"
        data-curves="{_language["baseline"]}|{_language["column.name"]}|{_language["graph.difference.short"]}"
        data-hint="{_language["graph.values"]}"><form method="dialog"><span class="grow"></span>
        <button type="button" id="graph-hold" aria-pressed="false">{_language["graph.hold"]}</button>
        <a id="graph-file" target="_blank" rel="noopener">{_language["graph.open"]}</a>
        <button type="button" id="graph-before" aria-label="{_language["graph.before"]}">‹</button>
        <button type="button" id="graph-next" aria-label="{_language["graph.next"]}">›</button>
        <button aria-label="{_language["close"]}">×</button></form>
        <div id="graph-views">
        <figure id="graph-held" hidden><figcaption></figcaption>
        <div><img alt=""><svg aria-hidden="true"></svg></div><output></output></figure>
        <figure id="graph-shown"><figcaption id="graph-name"></figcaption>
        <div><img id="graph-image" alt=""><svg aria-hidden="true"></svg></div><output id="graph-values"></output></figure>
        </div></dialog>

        """);

    private void WriteHead()
    {
        var counts = s_statuses.ToDictionary(status => status, status => _rows.Count(r => r.Status == status));
        int failed = counts["failed"], below = counts["below"];
        _html.Write($"<header>\n<h1>{Title}</h1>\n<p class=\"lead\">{Verdict(failed, below)}</p>\n<p class=\"about\">");
        foreach (var baseline in ReportProvenance.Baselines(_report).Take(3))
            _html.Write($"{_language["baseline"]} <strong><bdi>{Path.GetFileName(baseline.Path)}</bdi></strong> · ");
        foreach (var method in ReportProvenance.Methods(_report).Take(3))
        {
            _html.Write($"{_language["method"]} <strong><bdi>"
                + $"{_language.Format("method.version", method.Name, method.Version)}</bdi></strong> · ");
        }

        var written = ReportLanguage.Moment(DateTime.UtcNow, "yyyy-MM-dd HH:mm");
        _html.Write($"{Files()} · {_language.Format("written", written)}</p>\n");
        var verdicts = ReportLimits.Count(_rows);
        if (verdicts.Count > 0)
            Bar(
                string.Join(", ", verdicts.Select(v => _language.Count($"count.{v.Verdict}", v.Count))),
                [.. verdicts.Reverse().Select(v => (ReportLimits.Color(v.Verdict), v.Count))]);
        else
            Bar(
                _language.Format("bar", [.. s_statuses.Select(status => (object)counts[status])]),
                [.. s_statuses.Select(status => (status, counts[status]))]);
        _html.Write($"<dl class=\"cards\">\n");
        foreach (var (verdict, count) in verdicts)
            Card(_language.Verdict(verdict), count, ReportLimits.Color(verdict));
        Card(_language["card.spectra"], _rows.Length, "");
        var unchanged = _rows.Count(r => r.IsUnchanged);
        if (unchanged == 0 || counts["succeeded"] > 0)
            Card(_language["status.succeeded"], counts["succeeded"], "succeeded");
        if (unchanged > 0)
            Card(_language["status.unchanged"], unchanged, "");
        if (_report.MinimumCorrelation is { } minimum)
            Card(_language.Format("card.below", _language.Numbers.Value(minimum)), below, below > 0 ? "below" : "");
        Card(_language["status.failed"], failed, failed > 0 ? "failed" : "");
        if (counts["skipped"] > 0)
            Card(_language["status.skipped"], counts["skipped"], "skipped");
        foreach (var metric in SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.ReportDistribution)))
        {
            Card(
                _language.Format("card.median", metric.Heading),
                _language.Numbers.Metric(metric, Median(_rows.Select(r => r.Value(metric)))), "");
        }

        Card(_language["card.warned"], _rows.Count(r => r.Result.Warnings.Count > 0), "");
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
        return _language.Format(count == 1 ? "files.one" : "files.other", _language.Count("spectra", _rows.Length), count);
    }

    private string Verdict(int failed, int below)
    {
        if (_rows.Length == 0)
            return _language["lead.empty"];
        if (failed + below == 0 && _rows.All(r => r.Result.Verdict == SpectralVerdict.None))
            return _language[_report.MinimumCorrelation is null ? "lead.compared" : "lead.within"];
        var parts = new List<string>();
        var verdicts = ReportLimits.Count(_rows);
        if (verdicts.Count > 0)
        {
            parts.AddRange(verdicts.Select(v => _language.Count($"count.{v.Verdict}", v.Count)));
            if (failed > 0)
                parts.Add(_language.Format("lead.notCompared", failed));
            return _language.Format("lead.sentence", string.Join(", ", parts));
        }

        if (failed > 0)
            parts.Add(_language.Format("lead.failed", failed));
        if (below > 0)
            parts.Add(_language.Count("lead.below", below));
        return _language.Format("lead.rest", string.Join(", ", parts));
    }

    private void Card(string name, int count, string kind) => Card(name, _language.Numbers.Count(count), kind);

    private void Card(string name, string value, string kind) =>
        _html.Write($"<div class=\"{kind}\"><dt>{name}</dt><dd>{value}</dd></div>\n");

    private static double? Median(IEnumerable<double?> numbers)
    {
        double[] values = [.. numbers.OfType<double>().Where(double.IsFinite).Order()];
        return values.Length == 0 ? null : (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2;
    }
}
