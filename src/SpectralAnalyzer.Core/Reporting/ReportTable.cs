namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes the table of all spectra, with a thumbnail of each graph.</summary>
internal sealed class ReportTable(
    HtmlText html,
    ReportLanguage language,
    ReportLinks links,
    ReportGraphs graphs,
    SpectralReport report,
    IReadOnlyList<ReportDistribution> distributions,
    CancellationToken cancellationToken)
{
    private static readonly SpectralMetric[] s_metrics = [.. SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.ReportColumn))];

    private readonly bool _isJudged = report.Results.Any(result => result.Verdict != SpectralVerdict.None);
    private readonly ReportDistribution[] _ofLimits = [.. distributions.Where(d => d.IsOfLimit)];

    // what decides comes first; the graph has no order
    private (string Key, string Name, int Width, bool IsNumber)[] Columns =>
    [
        _isJudged
            ? ("verdict", language["column.verdict"], 154, false)
            : ("status", language["column.status"], 134, false),
        ("", language["column.graph"], 114, false),
        ("name", language["column.name"], 0, false),
        .. s_metrics.Select(m => (m.Name, language.Metric(m), Width(m), true)),
        ("conf", language["column.conf"], 92, true), ("time", language["column.time"], 80, true),
    ];

    /// <summary>Writes the names of the columns as styles, which narrow screens show beside the numbers.</summary>
    internal void WriteLabels()
    {
        html.Write($"<style>@media screen and (max-width:760px){{");
        foreach (var ((_, name, _, isNumber), place) in Columns.Select((column, i) => (column, i + 1)))
        {
            if (isNumber)
                html.Write($"#all td:nth-child({place})::before{{content:\"{new HtmlMarkup(Quoted(name))}\"}}");
        }

        html.Write($"}}</style>\n");
    }

    /// <summary>Writes the section.</summary>
    internal void Write(IReadOnlyList<ReportRow> rows, IReadOnlyList<ReportGraph> pictures, string note)
    {
        WriteTools(rows);
        html.Write($"<div class=\"wide\"><table id=\"all\">\n<colgroup>");
        foreach (var (_, _, width, _) in Columns)
            html.Write($"<col{new HtmlMarkup(width == 0 ? "" : $" style=\"width:{width}px\"")}>");
        html.Write($"</colgroup>\n<thead><tr>");
        foreach (var (key, name, _, isNumber) in Columns)
        {
            if (key.Length == 0)
            {
                html.Write($"<th class=\"pic\">{name}</th>");
                continue;
            }

            html.Write($"<th class=\"{(isNumber ? "num" : "")}\" "
                + $"aria-sort=\"none\"><button type=\"button\" data-sort=\"{key}\" ");
            html.Write($"data-number=\"{(isNumber ? "1" : "")}\">{name}</button></th>");
        }

        html.Write($"</tr></thead>\n<tbody>\n");
        for (var i = 0; i < rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Row(rows[i], pictures[i]);
        }

        html.Write($"""
            </tbody>
            </table></div>
            <button type="button" id="more" hidden>{language["showMore"]}</button>
            <p id="none" hidden>{language["none"]}</p>
            <p class="note">{note}</p>
            </section>

            """);
    }

    private void WriteTools(IReadOnlyList<ReportRow> rows)
    {
        html.Write($"""
            <section aria-labelledby="h-all">
            <h2 id="h-all">{language["spectra"]}</h2>
            <div class="tools" role="search">
            <label class="find"><span>{language["find"]}</span>
            <input id="find" type="search" placeholder="{language["find.hint"]}"
            autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
            <div class="chips" role="group" aria-label="{language["show"]}">

            """);
        Chip("", language["all"], "true");
        foreach (var (verdict, _) in ReportLimits.Count(rows))
            Chip($"is-{verdict}", language.Verdict(verdict));
        foreach (var status in (string[])["succeeded", "below", "failed", "skipped"])
        {
            if (rows.Any(r => r.Status == status))
                Chip(status, language["status." + status]);
        }

        if (rows.Any(r => r.IsUnchanged))
            Chip("unchanged", language["status.unchanged"]);
        if (rows.Any(r => r.Result.Warnings.Count > 0))
            Chip("warned", language["card.warned"]);
        html.Write($"""
            <button type="button" id="range" hidden></button>
            </div>
            {Filters(rows)}<button type="button" id="print">{language["print"]}</button>
            <output id="count" aria-live="polite"
            data-text="{language["shown"]}">{language.Format("shown", rows.Count, rows.Count)}</output>
            </div>

            """);
    }

    // a filter of one choice would be none
    private HtmlMarkup Filters(IReadOnlyList<ReportRow> rows)
    {
        var days = rows.Select(row => row.Day).Where(day => day.Length > 0).Distinct().Order(StringComparer.Ordinal).ToArray();
        var dates = days.Length < 2 ? "" : string.Concat(
            new[] { ("from", days[0]), ("to", days[^1]) }.Select(date =>
                $"<label class=\"date\">{HtmlText.Escape(language["filter." + date.Item1])} "
                + $"<input type=\"date\" id=\"{date.Item1}\" min=\"{days[0]}\" max=\"{days[^1]}\"></label>"));
        return new HtmlMarkup(Choice("method", row => row.Method) + Choice("folder", row => row.Folder) + dates);

        string Choice(string name, Func<ReportRow, string> of)
        {
            var values = rows.Select(of).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray();
            if (values.Length < 2)
                return "";
            var all = HtmlText.Escape(language["filter." + name]);
            return $"<select id=\"{name}\" aria-label=\"{all}\"><option value=\"\">{all}</option>"
                + string.Concat(values.Where(value => value.Length > 0).Select(value => HtmlText.Escape(value))
                    .Select(value => $"<option value=\"{value}\">{value}</option>")) + "</select>";
        }
    }

    private void Chip(string show, string name, string isPressed = "false") =>
        html.Write($"<button type=\"button\" data-show=\"{show}\" aria-pressed=\"{isPressed}\">{name}</button>\n");

    private void Row(ReportRow row, ReportGraph graph)
    {
        var result = row.Result;
        html.Write($"<tr data-status=\"{row.Status}\"");
        Flag("data-warned", result.Warnings.Count > 0);
        Flag("data-unchanged", row.IsUnchanged);
        if (_isJudged)
            html.Write($" data-verdict=\"is-{result.Verdict}\"");
        foreach (var limit in _ofLimits)
            html.Write($" data-{limit.Column}=\"{ReportNumber.Whole(limit.Value(row))}\"");
        html.Write($" data-method=\"{row.Method}\" data-folder=\"{row.Folder}\" data-day=\"{row.Day}\">");
        Status(row);
        html.Write($"<td class=\"pic\">");
        Graph(row, graph);
        html.Write($"</td><td class=\"name\" data-v=\"{row.Name}\"><bdi title=\"{result.Path}\">{row.FileName}</bdi>");
        if (result.Series is { } series)
            html.Write($" <small><bdi>{series}</bdi></small>");
        Details(row);
        html.Write($"</td>");
        foreach (var metric in s_metrics)
            Number(row.Value(metric), language.Numbers.Metric(metric, row.Value(metric)), Place(metric, result.Comparison));
        double? confidence = result.Format is null && result.Confidence == 0 ? null : result.Confidence;
        Number(confidence, language.Numbers.Percent(confidence));
        Number(
            result.DurationMilliseconds / 1000, language.Numbers.Time(TimeSpan.FromMilliseconds(result.DurationMilliseconds)));
        html.Write($"</tr>\n");
    }

    // by text, the worst comes first
    private void Status(ReportRow row)
    {
        var verdict = row.Result.Verdict;
        html.Write($"<td class=\"status\" data-v=\"{row.Rank} {row.Status}\">");
        if (verdict != SpectralVerdict.None)
            html.Write($"<span class=\"tag {ReportLimits.Color(verdict)}\">{language.Verdict(verdict)}</span> ");
        if (verdict == SpectralVerdict.None || row.Status != "succeeded")
            html.Write($"<span class=\"tag {row.Status}\">{language["status." + row.Status]}</span>");
        if (row is { IsUnchanged: true, Status: not "unchanged" })
            html.Write($" <span class=\"tag unchanged\">{language["status.unchanged"]}</span>");
        if (row.Result.Limits.Count > 0)
            html.Write($"<small>{row.Result.Limits[0].Name}: {ReportLimits.Outcome(language, row.Result.Limits[0])}</small>");
        html.Write($"</td>");
    }

    private void Flag(string name, bool isSet) => html.Write($"{new HtmlMarkup(isSet ? $" {name}=\"1\"" : "")}");

    private void Number(double? value, string text, string small = "")
    {
        html.Write($"<td class=\"num\" data-v=\"{ReportNumber.Whole(value)}\">{text}");
        if (small.Length > 0)
            html.Write($"<small>{small}</small>");
        html.Write($"</td>");
    }

    private string Place(SpectralMetric metric, SpectralComparison? comparison) =>
        comparison is not null && metric.Position?.Invoke(comparison) is { } place && double.IsFinite(place)
            ? language.Format("at", language.Numbers.Position(place))
            : "";

    private static int Width(SpectralMetric metric) =>
        metric.Quantity switch { MetricQuantity.Difference => 102, MetricQuantity.Coefficient => 92, _ => 82 };

    // as a string of a style sheet
    private static string Quoted(string text) => string.Concat(
        text.Select(c => char.IsAsciiLetterOrDigit(c) || c > 0x9F
            ? c.ToString()
            : FormattableString.Invariant($"\\{(int)c:x} ")));

    private void Graph(ReportRow row, ReportGraph graph)
    {
        var saved = graphs.Find(row.Result);
        var line = graph.Thumbnail is null && report.Thumbnails && (saved is null || graph.Drawn is not null)
            ? ReportPicture.Line(graph.Difference, language["graph.difference"])
            : null;
        if (saved is null && graph.Drawn is null)
        {
            html.Write($"{line ?? new HtmlMarkup("")}");
            return;
        }

        var canShow = graph.Size > 0 || (saved is not null && graphs.CanShow(saved));
        html.Write($"<a class=\"{(canShow ? "graph" : "")}\" href=\"{(saved is null ? "#graph" : links.To(saved))}\" "
            + $"data-name=\"{row.Name}\"");
        if (graph.Drawn is { } drawn)
            html.Write($" data-drawn=\"{drawn}\"");
        if (graph.Image is { } image)
            html.Write($" data-whole=\"{image}\"");
        if (graph.Thumbnail is { } thumbnail)
        {
            html.Write($"><img src=\"{thumbnail}\" width=\"100\" decoding=\"async\" "
                + $"alt=\"{language.Format("graph.of", row.Name)}\"></a>");
        }
        else if (line is { } difference)
        {
            html.Write($">{difference}</a>");
        }
        else
        {
            html.Write($">{(saved is null ? "SVG" : Path.GetExtension(saved).TrimStart('.').ToUpperInvariant())}</a>");
        }
    }

    private void Details(ReportRow row)
    {
        var result = row.Result;
        if (result.Error is { } error)
            html.Write($"<p class=\"error\"><b>{error.Id}</b> {error.Message} {error.Recommendation}</p>");
        var hasMore = result.Warnings.Count > 0 || result.Conversions.Count > 0 || result.OutputPath.Count > 1
            || result.NormalizedCsvPath is not null || result.Input is not null
            || result.Limits.Count > 0 || result.Bands.Count > 0;
        if (!hasMore)
            return;
        var warned = result.Warnings.Count == 0 ? language["details"] : language.Count("warnings", result.Warnings.Count);
        html.Write($"<details><summary class=\"{(result.Warnings.Count > 0 ? "warned" : "")}\">{warned}</summary><ul>");
        foreach (var outcome in result.Limits)
            html.Write($"<li>{language.Verdict(outcome.Verdict)}: {outcome.Name} {ReportLimits.Outcome(language, outcome)}</li>");
        foreach (var band in result.Bands.Where(b => !result.Limits.Any(l => l.Name == b.Name) || b.Note is not null))
            html.Write($"<li>{band.ToString()} {band.Note ?? ""}</li>");
        foreach (var warning in result.Warnings)
            html.Write($"<li>{warning}</li>");
        foreach (var conversion in result.Conversions)
            html.Write($"<li>{language.Format("converted", conversion)}</li>");
        if (result.NormalizedBy != NormalizedBy.None)
            html.Write($"<li>{language.Format("resolvedBy", result.NormalizedBy)}</li>");
        foreach (var output in result.NormalizedCsvPath is { } csv ? result.OutputPath.Append(csv) : result.OutputPath)
            html.Write($"<li><a href=\"{links.To(output)}\"><bdi>{Path.GetFileName(output)}</bdi></a></li>");
        html.Write($"<li class=\"path\"><bdi>{result.Path}</bdi></li>");
        if (result.Input is { } input)
            html.Write($"<li class=\"path\">SHA-256 {input.Sha256}</li>");
        html.Write($"</ul></details>");
    }
}
