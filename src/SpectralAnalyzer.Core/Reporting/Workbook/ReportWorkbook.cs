namespace SpectralAnalyzer.Core.Reporting.Workbook;

/// <summary>
/// A report as a workbook: the results, the worst first, with their graphs as links; statistics; the limits that were held, with
/// their provenance; on request the points of the spectra.
/// </summary>
internal sealed class ReportWorkbook
{
    // a sheet has 16,384 columns, and a spectrum takes two
    private const int MostSpectra = 8000;

    private static readonly SpectralMetric[] s_metrics = [.. SpectralMetrics.All.Where(m => m.IsUsedIn(MetricUses.ReportColumn))];

    private readonly ReportContent _content;
    private readonly SpectralReport _report;
    private readonly ReportRow[] _rows;
    private readonly ReportLanguage _language;
    private readonly string[] _limits;
    private readonly CancellationToken _cancellationToken;

    internal ReportWorkbook(ReportContent content, CancellationToken cancellationToken)
    {
        _content = content;
        _report = content.Report;
        _rows = ReportRow.Create(_report);
        _language = ReportLanguage.Create(_report.Culture);
        _limits =
        [
            .. _rows.SelectMany(row => row.Result.Limits).Select(outcome => outcome.Name)
                .Where(name => !s_metrics.Any(m => m.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        _cancellationToken = cancellationToken;
    }

    /// <summary>Creates the sheets.</summary>
    internal IReadOnlyList<WorkbookSheet> Create() =>
        _report.IncludeSpectra
            ? [Results(), Statistics(), Limits(), Provenance(), Spectra()]
            : [Results(), Statistics(), Limits(), Provenance()];

    private WorkbookSheet Results()
    {
        var sheet = new WorkbookSheet(_language["sheet.results"])
        {
            IsTable = true,
            Widths = { [0] = 16, [1] = 16, [2] = 34, [3] = 20, [4] = 30 },
        };
        string[] first =
        [
            _language["column.verdict"], _language["column.status"], _language["column.name"], _language["sheet.series"],
            _language["column.graph"],
        ];
        string[] numbers =
        [
            .. s_metrics.SelectMany(m => m.Position is null
                ? (string[])[_language.Metric(m)] : [_language.Metric(m), _language["sheet.position"]]),
            .. _limits.Select(NameOfLimit), _language["column.conf"], _language["sheet.seconds"],
        ];
        sheet.Add([.. first, .. numbers, _language["method"], _language["sheet.warnings"], _language["sheet.error"],
            _language["sheet.file"], "SHA-256"]);
        var end = first.Length + numbers.Length;
        (sheet.Widths[end], sheet.Widths[end + 1], sheet.Widths[end + 2], sheet.Widths[end + 3]) = (24, 40, 40, 60);
        var graphs = new ReportGraphs(_report, _content.Formats);
        var links = new ReportLinks(_content.Folder);
        foreach (var row in _rows)
        {
            var result = row.Result;
            var graph = graphs.Find(result);
            sheet.Add(
            [
                result.Verdict == SpectralVerdict.None ? null : _language.Verdict(result.Verdict),
                _language["status." + row.Status], row.FileName, result.Series, graph is null ? null : Path.GetFileName(graph),
                .. s_metrics.SelectMany(m => m.Position is null
                    ? (object?[])[row.Value(m)] : [row.Value(m), result.Comparison is { } c ? m.Position(c) : null]),
                .. _limits.Select(name => (object?)ValueOf(result, name)),
                result.Format is null ? null : result.Confidence, result.DurationMilliseconds / 1000, row.Method,
                string.Join('\n', result.Warnings), result.Error?.ToString(), result.Path, result.Input?.Sha256,
            ]);
            if (graph is not null)
                sheet.Link(4, links.To(graph));
        }

        foreach (var (verdict, mark) in (ReadOnlySpan<(SpectralVerdict, CellMark)>)
            [
                (SpectralVerdict.Fail, CellMark.Bad), (SpectralVerdict.Warning, CellMark.Warned),
                (SpectralVerdict.Pass, CellMark.Good),
            ])
            sheet.Mark(0, mark, _language.Verdict(verdict));
        sheet.Mark(1, CellMark.Bad, _language["status.failed"]);
        sheet.Mark(1, CellMark.Warned, _language["status.below"]);
        MarkLimits(sheet, first.Length);
        return sheet;
    }

    private void MarkLimits(WorkbookSheet sheet, int column)
    {
        foreach (var metric in s_metrics)
        {
            Mark(sheet, column, metric.Name);
            if (metric.Name == nameof(SpectralComparison.Correlation) && _report.MinimumCorrelation is { } minimum)
                sheet.Mark(column, CellMark.Bad, "lessThan", minimum);
            column += metric.Position is null ? 1 : 2;
        }

        foreach (var name in _limits)
            Mark(sheet, column++, name);
    }

    // methods that state a limit otherwise leave the column without colors: the verdict has one
    private void Mark(WorkbookSheet sheet, int column, string name)
    {
        if (HeldLimits(name).Select(outcome => outcome.Limit).Distinct().ToArray() is not [var limit])
            return;
        foreach (var (_, at, isWarning, isLower) in ReportLimits.Bounds(limit))
            sheet.Mark(column, isWarning ? CellMark.Warned : CellMark.Bad, isLower ? "lessThan" : "greaterThan", at);
    }

    private WorkbookSheet Statistics()
    {
        var sheet = new WorkbookSheet(_language["sheet.statistics"]) { IsTable = true, Widths = { [0] = 34 } };
        sheet.Add(
            _language["sheet.value"], _language["sheet.count"], _language["sheet.mean"], _language["sheet.deviation"],
            _language["sheet.median"], _language["sheet.least"], _language["sheet.most"]);
        foreach (var metric in s_metrics)
            Statistics(sheet, _language.Metric(metric), _rows.Select(row => row.Value(metric)));
        foreach (var name in _limits)
            Statistics(sheet, NameOfLimit(name), _rows.Select(row => ValueOf(row.Result, name)));
        foreach (var (verdict, count) in ReportLimits.Count(_rows))
            sheet.Add(_language.Verdict(verdict), count);
        foreach (var status in _rows.GroupBy(row => row.Status))
            sheet.Add(_language["status." + status.Key], status.Count());
        return sheet;
    }

    private static void Statistics(WorkbookSheet sheet, string name, IEnumerable<double?> numbers)
    {
        double[] values = [.. numbers.OfType<double>().Where(double.IsFinite).Order()];
        if (values.Length == 0)
        {
            sheet.Add(name, 0);
            return;
        }

        var mean = values.Average();
        var deviation = values.Length < 2
            ? double.NaN
            : Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
        sheet.Add(
            name, values.Length, mean, deviation, (values[(values.Length - 1) / 2] + values[values.Length / 2]) / 2, values[0],
            values[^1]);
    }

    private WorkbookSheet Limits()
    {
        var sheet = new WorkbookSheet(_language["sheet.limits"])
        {
            IsTable = true,
            Widths = { [0] = 16, [1] = 34, [2] = 20, [3] = 24, [5] = 20, [6] = 34 },
        };
        sheet.Add(
            _language["column.verdict"], _language["column.name"], _language["sheet.series"], _language["sheet.limit"],
            _language["sheet.value"], _language["sheet.unit"], _language["sheet.limits"], _language["sheet.excess"]);
        foreach (var row in _rows)
        {
            foreach (var outcome in row.Result.Limits)
            {
                var bounds = ReportLimits.Bounds(outcome.Limit)
                    .Select(b => _language.Format(b.Key, _language.Numbers.Value(b.At)));
                sheet.Add(
                    _language.Verdict(outcome.Verdict), row.FileName, row.Result.Series, outcome.Name, outcome.Value,
                    outcome.Unit,
                    string.Join(", ", bounds), outcome.Excess);
            }
        }

        sheet.Mark(0, CellMark.Bad, _language.Verdict(SpectralVerdict.Fail));
        sheet.Mark(0, CellMark.Warned, _language.Verdict(SpectralVerdict.Warning));
        sheet.Mark(0, CellMark.Good, _language.Verdict(SpectralVerdict.Pass));
        return sheet;
    }

    private WorkbookSheet Provenance()
    {
        var sheet = new WorkbookSheet(_language["provenance"]) { Widths = { [0] = 30, [1] = 90 } };
        foreach (var (name, value) in ReportProvenance.Facts(_language, _report))
            sheet.Add(name, value);
        return sheet;
    }

    private WorkbookSheet Spectra()
    {
        var sheet = new WorkbookSheet(_language["sheet.spectra"]) { IsTable = true };
        var compared = _rows.Where(row => row.Result.Comparison is not null).ToArray();
        if (compared.Length > MostSpectra)
            _content.Warn(_language.Format("sheet.tooMany", MostSpectra, compared.Length));
        var spectra = new List<(string Name, Spectrum Spectrum)>();
        var missing = 0;
        foreach (var row in compared.Take(MostSpectra))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_report.Repeat?.Invoke(row.Result, _cancellationToken)?.Sample is { } sample)
                spectra.Add((row.Name, sample));
            else
                missing++;
        }

        if (missing > 0)
            _content.Warn(_language.Format("sheet.notRead", missing));
        sheet.Add([.. spectra.SelectMany(s => (object?[])[s.Spectrum.Axis.Title, s.Name])]);
        var count = spectra.Count == 0 ? 0 : spectra.Max(s => s.Spectrum.Count);
        for (var i = 0; i < count; i++)
        {
            var at = i;
            sheet.Add([.. spectra.SelectMany(s => at < s.Spectrum.Count
                ? (object?[])[s.Spectrum.Abscissae.Span[at], s.Spectrum.Ordinates.Span[at]] : [null, null])]);
        }

        return sheet;
    }

    private IEnumerable<LimitOutcome> HeldLimits(string name) => _rows.SelectMany(row => row.Result.Limits)
        .Where(outcome => outcome.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    // a value that is missing has no unit
    private string NameOfLimit(string name) =>
        HeldLimits(name).FirstOrDefault(outcome => outcome.Unit.Length > 0) is { } known ? $"{name} ({known.Unit})" : name;

    private static double? ValueOf(SpectralResult result, string name) => result.Limits.FirstOrDefault(
        outcome => outcome.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value;
}
