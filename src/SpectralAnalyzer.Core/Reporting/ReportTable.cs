namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Writes the table of all spectra, with a thumbnail of each graph.</summary>
internal sealed class ReportTable(
    HtmlText html, ReportLinks links, ReportGraphs graphs, SpectralReport report, CancellationToken cancellationToken)
{
    private static readonly SpectralMetric[] s_metrics = [.. SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.ReportColumn))];

    private static readonly (string Key, string Name, int Width, bool IsNumber)[] s_names =
        [("name", "Sample", 0, false), ("status", "Status", 130, false)];

    private static readonly (string Key, string Name, int Width, bool IsNumber)[] s_numbers =
    [
        .. s_metrics.Select(m => (m.Name, m.DisplayName, Width(m), true)),
        ("conf", "Confidence", 96, true), ("time", "Time", 82, true),
    ];

    /// <summary>Writes the section.</summary>
    internal void Write(IReadOnlyList<ReportRow> rows)
    {
        var verdicts = ReportLimits.Count(rows);
        (string Key, string Name, int Width, bool IsNumber)[] columns = verdicts.Count > 0
            ? [.. s_names, ("verdict", "Verdict", 190, false), .. s_numbers]
            : [.. s_names, .. s_numbers];
        html.Write($"""
            <section aria-labelledby="h-all">
            <h2 id="h-all">Spectra</h2>
            <div class="tools" role="search">
            <label class="find"><span>Find</span><input id="find" type="search" placeholder="name, series, error …"
            autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
            <div class="chips" role="group" aria-label="Show">
            <button type="button" data-show="" aria-pressed="true">All</button>

            """);
        foreach (var (status, name) in ((string, string)[])
            [("succeeded", "Succeeded"), ("below", "Below the limit"), ("failed", "Failed"), ("skipped", "Skipped")])
        {
            if (rows.Any(r => r.Status == status))
                html.Write($"<button type=\"button\" data-show=\"{status}\" aria-pressed=\"false\">{name}</button>\n");
        }

        foreach (var (verdict, _) in verdicts)
            html.Write($"<button type=\"button\" data-show=\"is-{verdict}\" aria-pressed=\"false\">{verdict}</button>\n");
        if (rows.Any(r => r.Result.Warnings.Count > 0))
            html.Write($"<button type=\"button\" data-show=\"warned\" aria-pressed=\"false\">With warnings</button>\n");
        html.Write($"""
            <button type="button" id="range" hidden></button>
            </div>
            <output id="count" aria-live="polite">{rows.Count:N0} of {rows.Count:N0}</output>
            </div>
            <div class="wide"><table id="all"{new HtmlMarkup(verdicts.Count > 0 ? " class=\"judged\"" : "")}>
            <colgroup><col style="width:152px">
            """);
        foreach (var (_, _, width, _) in columns)
            html.Write($"<col{new HtmlMarkup(width == 0 ? "" : $" style=\"width:{width}px\"")}>");
        html.Write($"</colgroup>\n<thead><tr><th class=\"pic\">Graph</th>\n");
        foreach (var (key, name, _, isNumber) in columns)
        {
            html.Write($"<th class=\"{(isNumber ? "num" : "")}\" "
                + $"aria-sort=\"none\"><button type=\"button\" data-sort=\"{key}\" ");
            html.Write($"data-number=\"{(isNumber ? "1" : "")}\">{name}</button></th>");
        }

        html.Write($"</tr></thead>\n<tbody>\n");
        var pictures = Pictures(rows);
        for (var i = 0; i < rows.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Row(rows[i], pictures[i], verdicts.Count > 0);
        }

        html.Write($"""
            </tbody>
            </table></div>
            <button type="button" id="more" hidden>Show more</button>
            <p id="none" hidden>No spectrum matches.</p>
            </section>

            """);
    }

    // decoding the graphs takes nearly all of the time
    private string?[] Pictures(IReadOnlyList<ReportRow> rows)
    {
        var pictures = new string?[rows.Count];
        if (!report.Thumbnails)
            return pictures;
        Parallel.For(
            0,
            rows.Count,
            new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = Environment.ProcessorCount },
            i =>
            {
                pictures[i] = graphs.Find(rows[i].Result) is { } graph ? graphs.Thumbnail(graph) : null;
                report.GraphDone?.Invoke();
            });
        return pictures;
    }

    private void Row(ReportRow row, string? picture, bool isJudged)
    {
        var result = row.Result;
        html.Write($"<tr data-status=\"{row.Status}\" "
            + $"data-warned=\"{(result.Warnings.Count > 0 ? "1" : "")}\"");
        if (isJudged)
            html.Write($" data-verdict=\"is-{result.Verdict}\"");
        html.Write($"><td class=\"pic\">");
        Graph(row, picture);
        html.Write($"</td><td class=\"name\" data-v=\"{row.Name}\"><bdi title=\"{result.Path}\">{row.FileName}</bdi>");
        if (result.Series is { } series)
            html.Write($" <small><bdi>{series}</bdi></small>");
        Details(row);
        html.Write($"</td><td data-v=\"{row.Status}\"><span class=\"tag {row.Status}\">{Words(row)}</span></td>");
        if (isJudged)
            Verdict(result);
        foreach (var metric in s_metrics)
            Number(row.Value(metric), ReportNumber.Metric(metric, row.Value(metric)), Place(metric, result.Comparison));
        double? confidence = result.Format is null && result.Confidence == 0 ? null : result.Confidence;
        Number(confidence, ReportNumber.Percent(confidence));
        Number(
            result.DurationMilliseconds / 1000, ReportNumber.Time(TimeSpan.FromMilliseconds(result.DurationMilliseconds)));
        html.Write($"</tr>\n");
    }

    // by text, the worst comes first
    private void Verdict(SpectralResult result)
    {
        html.Write($"<td data-v=\"{SpectralVerdict.Fail - result.Verdict} {result.Verdict}\">");
        if (result.Verdict != SpectralVerdict.None)
            html.Write($"<span class=\"tag {ReportLimits.Color(result.Verdict)}\">{result.Verdict}</span>");
        if (result.Limits.Count > 0)
            html.Write($" <small>{result.Limits[0].Name}: {ReportLimits.Outcome(result.Limits[0])}</small>");
        html.Write($"</td>");
    }

    private void Number(double? value, string text, string small = "")
    {
        html.Write($"<td class=\"num\" data-v=\"{ReportNumber.Whole(value)}\">{text}");
        if (small.Length > 0)
            html.Write($"<small>{small}</small>");
        html.Write($"</td>");
    }

    private static string Place(SpectralMetric metric, SpectralComparison? comparison) =>
        comparison is not null && metric.Position?.Invoke(comparison) is { } place && double.IsFinite(place)
            ? FormattableString.Invariant($"at {place:0.##}")
            : "";

    private static int Width(SpectralMetric metric) =>
        metric.Position is not null ? 130 : metric.Quantity == MetricQuantity.Coefficient ? 112 : 92;

    private static string Words(ReportRow row) => row.IsBelow ? "Below the limit" : row.Result.Status.ToString();

    private void Graph(ReportRow row, string? picture)
    {
        if (graphs.Find(row.Result) is not { } graph)
        {
            if (ReportPicture.Line(row.Result.Comparison?.GetDifference()) is { } line)
                html.Write($"{line}");
            return;
        }

        html.Write($"<a class=\"{(graphs.CanShow(graph) ? "graph" : "")}\" href=\"{links.To(graph)}\" data-name=\"{row.Name}\"");
        if (report.EmbedGraphs && graphs.DataUri(graph) is { } whole)
            html.Write($" data-whole=\"{whole}\"");
        if (picture is not null)
            html.Write($"><img src=\"{picture}\" width=\"132\" decoding=\"async\" alt=\"Graph of {row.Name}\"></a>");
        else
            html.Write($">{Path.GetExtension(graph).TrimStart('.').ToUpperInvariant()}</a>");
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
        var warned = result.Warnings.Count switch
        {
            0 => "Details",
            1 => "1 warning",
            var n => FormattableString.Invariant($"{n} warnings"),
        };
        html.Write($"<details><summary class=\"{(result.Warnings.Count > 0 ? "warned" : "")}\">{warned}</summary><ul>");
        foreach (var outcome in result.Limits)
            html.Write($"<li>{outcome.Verdict}: {outcome.Name} {ReportLimits.Outcome(outcome)}</li>");
        foreach (var band in result.Bands.Where(b => !result.Limits.Any(l => l.Name == b.Name) || b.Note is not null))
            html.Write($"<li>{band.ToString()} {band.Note ?? ""}</li>");
        foreach (var warning in result.Warnings)
            html.Write($"<li>{warning}</li>");
        foreach (var conversion in result.Conversions)
            html.Write($"<li>Converted {conversion.ToString()}</li>");
        if (result.NormalizedBy != NormalizedBy.None)
            html.Write($"<li>Layout resolved by: {result.NormalizedBy.ToString()}</li>");
        foreach (var output in result.NormalizedCsvPath is { } csv ? result.OutputPath.Append(csv) : result.OutputPath)
            html.Write($"<li><a href=\"{links.To(output)}\"><bdi>{Path.GetFileName(output)}</bdi></a></li>");
        html.Write($"<li class=\"path\"><bdi>{result.Path}</bdi></li>");
        if (result.Input is { } input)
            html.Write($"<li class=\"path\">SHA-256 {input.Sha256}</li>");
        html.Write($"</ul></details>");
    }
}
