using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Reporting;

namespace SpectralAnalyzer.Core.Output;

/// <summary>Saves what is made outside of a batch. The workspace is made with the first file, so that asking for names leaves no trace.</summary>
internal sealed class SpectralExport : ISpectralExport
{
    private readonly ExportOptions _options;
    private readonly OutputNamer _namer;
    private readonly List<string> _warnings = [];
    private TempWorkspace? _workspace;
    private int _index;

    /// <summary>Checks the template.</summary>
    /// <param name="options">Where it is saved.</param>
    /// <param name="isProduct">True for what a run manifest names as an output, by its full path.</param>
    /// <exception cref="SpectralException">The template does not hold.</exception>
    internal SpectralExport(ExportOptions options, Func<string, bool> isProduct)
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
            isProduct);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Warnings => _warnings;

    /// <inheritdoc/>
    public IReadOnlyList<SpectralOutputName> Name(
        string sample, string? series, string baseline, IReadOnlyList<string> extensions) =>
        [.. _namer.Name(new NamedSample(sample, series) { Baseline = baseline }, ++_index, extensions)
            .Select(t => new SpectralOutputName(sample, t.Path, t.RequestedPath, t.HasConflict, t.Action))];

    /// <inheritdoc/>
    public string? SaveSpectrum(
        SpectralOutputName name, Spectrum spectrum, SpectrumFileFormat format, CancellationToken cancellationToken) =>
        format == SpectrumFileFormat.JcampDx
            ? Save(name, stream => JcampWriter.Write(spectrum, stream, cancellationToken), path => JcampWriter.Verify(spectrum, path))
            : Save(name, stream => NormalizedCsv.Write(spectrum, stream, cancellationToken), path => NormalizedCsv.Verify(spectrum, path));

    /// <inheritdoc/>
    public string? SaveGraph(
        SpectralOutputName name, SpectraGraph graph, GraphFormat format, FigureOptions figure, CancellationToken cancellationToken)
    {
        var drawn = SpectraFigure.Create(graph);
        Tell(drawn.Warnings);
        using var renderer = new FigureRenderer(figure);
        var path = Save(name, stream => renderer.Render(drawn, format, stream, cancellationToken));
        Tell(renderer.FontWarnings);
        return path;
    }

    /// <inheritdoc/>
    public string? SaveGraph(
        SpectralOutputName name, SpectralComparison comparison, GraphFormat format, FigureOptions figure, CancellationToken cancellationToken)
    {
        if (comparison is not { Reference: { } reference, Sample: { } sample })
        {
            throw new SpectralException(
                "ComparisonWithoutSpectra",
                SpectralErrorCategory.InvalidArgument,
                "The comparison does not hold its spectra.",
                "Make it with Compare-Spectrum; the graphs of a batch are drawn by Invoke-SpectralBatch.");
        }

        var drawn = ComparisonFigure.Create(reference, sample, comparison);
        using var renderer = new FigureRenderer(figure);
        var path = Save(name, stream => renderer.Render(drawn, format, stream, cancellationToken));
        Tell(renderer.FontWarnings);
        return path;
    }

    /// <inheritdoc/>
    public string? SaveReport(SpectralOutputName name, SpectralReport report, ReportFormat format, CancellationToken cancellationToken) => Save(
        name,
        stream =>
        {
            if (format == ReportFormat.JUnit)
                JUnitReport.Write(report, stream, cancellationToken);
            else
                HtmlReport.Write(report, Path.GetDirectoryName(name.Path)!, stream, cancellationToken);
        });

    /// <inheritdoc/>
    public void Dispose() => _workspace?.Dispose();

    private string? Save(SpectralOutputName name, Action<Stream> write, Action<string>? verify = null)
    {
        var target = new OutputTarget(Path.GetExtension(name.Path), name.Path, name.RequestedPath, name.HasConflict, name.Action);
        if (target.Action == OutputNameAction.Fail)
            throw target.Taken();
        if (target.Action == OutputNameAction.Skip)
            return null;
        try
        {
            _workspace ??= OutputFolder.Prepare(_options.OutputDirectory, keepTemp: false);
            return Commit(AtomicFile.Prepare(_workspace, target.Extension, write, verify).Path, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Saving), e);
        }
    }

    // another process may take the name between its choice and this moment
    private string? Commit(string prepared, OutputTarget target)
    {
        while (!AtomicFile.TryCommit(prepared, target.Path, _options.ConflictResolution == ConflictResolution.Overwrite))
        {
            if (_options.ConflictResolution == ConflictResolution.Fail)
                throw target.Taken();
            if (_options.ConflictResolution == ConflictResolution.Skip)
                return null;
            target = _namer.Rename(target);
        }

        return target.Path;
    }

    private void Tell(IEnumerable<string> warnings) => _warnings.AddRange(warnings.Except(_warnings));
}
