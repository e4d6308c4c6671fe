using SpectralAnalyzer.Core.Reading.Text.Checks;
using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Reads the spectra of a text file by a layout, and describes them.</summary>
internal static class TextContent
{
    /// <exception cref="SpectralException">There are no spectra, or they are too short.</exception>
    internal static SpectralFileContent Read(
        SpectralSource source, LayoutProposal best, LayoutProposal? runnerUp, ReadOptions options,
            CancellationToken cancellationToken)
    {
        var document = best.Text.Document;
        var issues = new List<SpectralFileIssue>(best.Issues);
        var evidence = new List<LayoutEvidence>(best.Evidence);
        var layout = best.Layout;
        var kind = LayoutKinds.For(layout.Arrangement);
        var series = kind.Read(best, issues, cancellationToken);
        if (series.Count == 0)
            throw TextRefusal.NothingFound(document);
        if (series.TrueForAll(s => s.X.Length < 2) && TextRefusal.OneLine(best.Text, cancellationToken) is { } oneLine)
            throw oneLine;
        var xName = kind.XName(best);
        var metadata = HeaderLines.Read(document, layout.Blocks, (layout.HeaderLine ?? 0) - 1, layout.XLine ?? 0).Entries;
        series = StatedOrdinates.Name(series, metadata);
        HeaderChecks.Check(metadata, series, evidence, issues);
        var ordinates = TextOrdinates.Read(series, layout, options, metadata, issues);
        var axis = Axis(source, document, layout, options, xName, metadata, series[0], ordinates[0].Kind);
        if (options.Ordinate is null && layout.Ordinate.Kind == OrdinateKind.Unknown)
            ordinates = TextOrdinates.Over(axis, ordinates);
        SpectrumChecks.Check(series, axis, xName, evidence, issues);
        issues.AddRange(OrdinateIssues.Find(series[0].Y, ordinates[0].Kind));
        layout = layout with { Axis = axis, Ordinate = ordinates[0] };
        var final = best with { Layout = layout, Evidence = evidence };
        var spectra = Spectra(source, series, axis, ordinates, metadata, layout, final.Confidence);
        return new SpectralFileContent { Report = Report(source, final, runnerUp, spectra, metadata, issues), Spectra = spectra };
    }

    private static SpectralAxis Axis(
        SpectralSource source, TextDocument document, TableLayout layout, ReadOptions options, string? xName,
        IReadOnlyDictionary<string, string> metadata, ReadSeries first, OrdinateKind ordinate)
    {
        if (options.XUnit is { } unit)
            return new SpectralAxis(unit, xName);
        return layout.Axis.Unit != AxisUnit.Unknown
            ? layout.Axis
            : UnitReading.Axis(document, source.FileName, layout.FirstDataLine - 1, xName, ordinate, metadata,
            first.X);
    }

    private static List<Spectrum> Spectra(
        SpectralSource source, List<ReadSeries> series, SpectralAxis axis, List<SpectralOrdinate> ordinates,
        IReadOnlyDictionary<string, string> metadata, TableLayout layout, double confidence)
    {
        var names = DistinctNames.OfSeries([.. series.Select(s => s.Name)]);
        var spectra = new List<Spectrum>(series.Count);
        for (var i = 0; i < series.Count; i++)
        {
            spectra.Add(Spectrum.FromSource(series[i].X, series[i].Y, new SpectrumDescription
            {
                Name = names[i] ?? source.Name,
                Path = source.Path,
                Series = names[i],
                SeriesIndex = i,
                Axis = axis,
                Ordinate = ordinates[i],
                Metadata = metadata,
                Layout = layout,
                Confidence = confidence,
            }));
        }

        return spectra;
    }

    private static SpectralFileReport Report(
        SpectralSource source, LayoutProposal final, LayoutProposal? runnerUp, List<Spectrum> spectra,
        IReadOnlyDictionary<string, string> metadata, List<SpectralFileIssue> issues) => new()
        {
            Path = source.Path,
            IsValid = true,
            Format = "Text",
            SpectrumCount = spectra.Count,
            PointCount = spectra[0].Count,
            XUnit = final.Layout.Axis.Unit,
            Ordinate = final.Layout.Ordinate.Kind,
            XUnitInferred = final.Layout.Axis.IsInferred,
            OrdinateInferred = final.Layout.Ordinate.IsInferred || final.Layout.Ordinate.IsScaleInferred,
            XMin = spectra[0].XMin,
            XMax = spectra[0].XMax,
            XDescending = spectra[0].SourceOrder == SourceOrder.Descending,
            Encoding = final.Layout.Encoding,
            Delimiter = final.Layout.Delimiter,
            DecimalMark = final.Layout.DecimalMark,
            HeaderLineCount = (final.Layout.XLine ?? final.Layout.FirstDataLine) - 1,
            XColumn = final.Layout.XColumn,
            YColumns = final.Layout.YColumns,
            Confidence = final.Confidence,
            Evidence = final.Evidence,
            Layout = final.Layout,
            RunnerUp = runnerUp?.Candidate,
            Metadata = metadata,
            Issues = issues,
            Length = source.FileLength,
        };
}
