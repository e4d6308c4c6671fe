namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Puts together what a text file holds: its spectra and its report.</summary>
internal static class TextContent
{
    /// <summary>Reads the file by its best layout.</summary>
    /// <exception cref="SpectralException">The layout does not hold.</exception>
    public static SpectralFileContent Make(
        SpectralSource source, TextDocument document, Proposal best, Proposal? runnerUp, ReadOptions options, CancellationToken cancellationToken)
    {
        var issues = new List<SpectralFileIssue>(best.Faults);
        var layout = best.Layout;
        var series = TableReader.Read(document, layout, issues, cancellationToken);
        if (series.Count == 0)
            throw TextRefusal.NothingFound(document);
        var metadata = HeaderLines.Read(document, layout.Blocks, (layout.HeaderLine ?? 0) - 1).Entries;
        var first = series[0];
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var names = layout.Arrangement == TableArrangement.Rows
            ? null
            : HeaderNames.Above(document, dialect, layout.FirstDataLine - 1, Math.Max(layout.XColumn ?? 1, layout.YColumns.Max()));
        var xName = names?.NameAndUnit((layout.XColumn ?? 1) - 1) ?? CornerName(document, layout, dialect);
        var axis = options.XUnit is { } unit
            ? new SpectralAxis(unit, xName)
            : UnitReading.Axis(document, layout.FirstDataLine - 1, xName, names?.Loose ?? "", metadata, first.X.Min(), first.X.Max(), first.X[0] > first.X[^1]);
        var stated = options.Ordinate;
        var spectra = new List<Spectrum>(series.Count);
        for (var i = 0; i < series.Count; i++)
        {
            var one = series[i];
            var ordinate = stated is { } kind ? new SpectralOrdinate(kind, one.Name) : UnitReading.Ordinate(one.NameAndUnit, names?.Loose ?? "", metadata, one.Y);
            if (i == 0)
                layout = layout with { Axis = axis, Ordinate = ordinate };
            spectra.Add(Spectrum.FromSource(one.X, one.Y, new SpectrumDescription
            {
                Name = series.Count == 1 ? source.Name : one.Name ?? FormattableString.Invariant($"{source.Name} {i + 1}"),
                Path = source.Path,
                Series = series.Count == 1 ? null : one.Name ?? FormattableString.Invariant($"{i + 1}"),
                SeriesIndex = i,
                Axis = axis,
                Ordinate = ordinate,
                Metadata = metadata,
                Layout = layout,
                Confidence = best.Confidence,
            }));
        }

        return new SpectralFileContent { Report = Report(source, layout, best, runnerUp, spectra, metadata, issues), Spectra = spectra };
    }

    private static string? CornerName(TextDocument document, TableLayout layout, Dialect dialect)
    {
        if (layout.Arrangement != TableArrangement.Rows || layout.FirstXCell == 1)
            return null;
        var row = new RowCells(dialect);
        var line = document.Line(layout.XLine!.Value - 1);
        row.Split(line);
        var text = document.Decode(row.Cell(line, layout.FirstXCell - 2));
        return text.Length > 0 ? text : null;
    }

    private static SpectralFileReport Report(
        SpectralSource source, TableLayout layout, Proposal best, Proposal? runnerUp, List<Spectrum> spectra,
        IReadOnlyDictionary<string, string> metadata, List<SpectralFileIssue> issues) => new()
        {
            Path = source.Path,
            IsValid = true,
            Format = "Text",
            SpectrumCount = spectra.Count,
            PointCount = spectra[0].Count,
            XUnit = layout.Axis.Unit,
            Ordinate = layout.Ordinate.Kind,
            XUnitInferred = layout.Axis.IsInferred,
            OrdinateInferred = layout.Ordinate.IsInferred,
            XMin = spectra[0].XMin,
            XMax = spectra[0].XMax,
            XDescending = spectra[0].SourceOrder == SourceOrder.Descending,
            Encoding = layout.Encoding,
            Delimiter = layout.Delimiter,
            DecimalMark = layout.DecimalMark,
            HeaderLineCount = (layout.XLine ?? layout.FirstDataLine) - 1,
            XColumn = layout.XColumn,
            YColumns = layout.YColumns,
            Confidence = best.Confidence,
            Evidence = best.Evidence,
            Layout = layout,
            RunnerUp = runnerUp is null ? null : new LayoutCandidate(runnerUp.Layout, runnerUp.Confidence, runnerUp.Evidence),
            Metadata = metadata,
            Issues = issues,
            Length = source.Bytes.Length,
        };
}
