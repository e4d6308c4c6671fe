using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Plotting.Albums;
using SpectralAnalyzer.Core.Plotting.Writers;
using SpectralAnalyzer.Core.Reporting;

namespace SpectralAnalyzer.Core.Export;

/// <summary>Saves files outside of a batch. The workspace is created with the first file.</summary>
internal sealed class SpectralExport : ISpectralExport
{
    private readonly ExportOptions _options;
    private readonly OutputNamer _namer;
    private readonly List<string> _warnings = [];
    private TempWorkspace? _workspace;
    private int _index;

    /// <summary>Initializes the export.</summary>
    /// <param name="options">The output folder and the names.</param>
    /// <param name="isOutput">Returns whether a run manifest names a path as an output.</param>
    /// <exception cref="SpectralException">The template of the names is not valid.</exception>
    internal SpectralExport(ExportOptions options, Func<string, bool> isOutput)
    {
        _options = options;
        _namer = new OutputNamer(
            new OutputNameRequest
            {
                OutputDirectory = options.OutputDirectory,
                Baseline = "",
                Template = options.FileNameTemplate,
                ConflictResolution = options.ConflictResolution,
            },
            TimeProvider.System,
            new MeasurementFiles(options.OutputDirectory, isOutput).MayContain);
    }

    public IReadOnlyList<string> Warnings => _warnings;

    public IReadOnlyList<SpectralOutputName> Name(
        string sample, string? series, string baseline, IReadOnlyList<string> extensions) =>
        [.. _namer.Name(new NamedSample(sample, series) { Baseline = baseline }, ++_index, extensions)
            .Select(t => t.ToName(sample))];

    public string? SaveSpectrum(
        SpectralOutputName name, Spectrum spectrum, SpectrumFileFormat format, CancellationToken cancellationToken) =>
        Save(name, format, new SpectrumContent(spectrum, _options.IncludeMetadata), cancellationToken);

    public string? SaveGraph(
        SpectralOutputName name, SpectraGraph graph, GraphFormat format, FigureOptions figure,
        CancellationToken cancellationToken)
    {
        var drawn = SpectraFigure.Create(graph);
        Report(drawn.Warnings);
        return Draw(name, format, figure, renderer => (write, s, c) => renderer.Render(drawn, write, s, c), cancellationToken);
    }

    public string? SaveGraph(
        SpectralOutputName name,
        SpectralComparison comparison,
        GraphFormat format,
        FigureOptions figure,
        CancellationToken cancellationToken)
    {
        var drawn = ComparisonFigure.Create(comparison);
        return Draw(name, format, figure, renderer => (write, s, c) => renderer.Render(drawn, write, s, c), cancellationToken);
    }

    public string? SaveReport(
        SpectralOutputName name, SpectralReport report, ReportFormat format, CancellationToken cancellationToken) => Save(
            name, format,
            new ReportContent(report, Path.GetDirectoryName(name.Path)!, OutputFormats.Infos) { Warn = w => Report([w]) },
            cancellationToken);

    public IGraphAlbum StartAlbum(string name, string extension, FigureOptions figure, ContactSheetGrid? grid)
    {
        var files = new AlbumFiles(
            name,
            extension,
            (text, _, ending) => _namer.Name(new NamedSample(text, null), ++_index, [ending])[0],
            () => _workspace ??= OutputFolder.Prepare(_options.OutputDirectory, keepTemp: false),
            prepared => new OutputCommitter(_workspace!, _options.ConflictResolution, _namer.Rename).Commit(prepared));
        var renderer = new FigureRenderer(grid is null ? figure : ContactSheet.CellOptions(figure));
        GraphAlbum graphs = grid is null
            ? new PdfAlbum(files, renderer)
            : new SheetAlbum(files, renderer, grid);
        return new ExportedAlbum(graphs, renderer, Report);
    }

    public void Dispose() => _workspace?.Dispose();

    private string? Draw(
        SpectralOutputName name,
        GraphFormat format,
        FigureOptions figure,
        Func<FigureRenderer, Action<FigureWriter, Stream, CancellationToken>> render,
        CancellationToken cancellationToken)
    {
        using var renderer = new FigureRenderer(figure);
        var path = Save(name, format, new GraphContent(render(renderer)), cancellationToken);
        Report(renderer.FontWarnings);
        return path;
    }

    private string? Save<TContent>(SpectralOutputName name, Enum format, TContent content, CancellationToken cancellationToken)
    {
        var target = OutputTarget.FromName(name);
        if (target.Action == OutputNameAction.Fail)
            throw target.Taken();
        if (target.Action == OutputNameAction.Skip)
            return null;
        try
        {
            _workspace ??= OutputFolder.Prepare(_options.OutputDirectory, keepTemp: false);
            var committer = new OutputCommitter(_workspace, _options.ConflictResolution, _namer.Rename);
            var output = committer.Prepare(target, OutputFormats.Get<TContent>(format), content, cancellationToken);
            return committer.Commit(output)?.Target.Path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Saving), e);
        }
    }

    private void Report(IEnumerable<string> warnings) => _warnings.AddRange(warnings.Except(_warnings));
}
