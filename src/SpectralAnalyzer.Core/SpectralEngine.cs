using SpectralAnalyzer.Core.Bands;
using SpectralAnalyzer.Core.Batch;
using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Errors;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Libraries;
using SpectralAnalyzer.Core.Methods;
using SpectralAnalyzer.Core.Models;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Normalization.Recipes;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Paths;
using SpectralAnalyzer.Core.Processing;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Reading.Units;
using SpectralAnalyzer.Core.Runs;
using SpectralAnalyzer.Core.Statistics;
using SpectralAnalyzer.Core.Watching;

namespace SpectralAnalyzer.Core;

/// <summary>The engine: the one type that the cmdlets' assembly makes, by name.</summary>
public sealed class SpectralEngine : ISpectralEngine
{
    private readonly SpectrumReader _reader = SpectrumReader.Default;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> FileExtensions { get; } = SpectrumFormats.Extensions;

    /// <inheritdoc/>
    public AxisUnit? FindAxisUnit(string words) =>
        SpectralAxis.UnitOf(words)
        ?? (UnitWords.ToAxis(words, isRaman: false).Unit is var unit and not (AxisUnit.Unknown or AxisUnit.Other) ? unit : null);

    /// <inheritdoc/>
    public OrdinateKind? FindOrdinate(string words) =>
        UnitWords.ToOrdinate(words).Kind is var kind and not (OrdinateKind.Unknown or OrdinateKind.Other) ? kind : null;

    /// <inheritdoc/>
    public string? FindReasonToLeaveOut(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return FolderFilter.ReasonToLeaveOut(path);
    }

    /// <inheritdoc/>
    public Func<string, string> StartIdentifying() => new PathKeys().KeyOf;

    /// <inheritdoc/>
    public string? FindPathWarning(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return LongPaths.FindWarning(path);
    }

    /// <inheritdoc/>
    public IReadOnlyList<OutputFormatInfo> OutputFormats => Export.OutputFormats.Infos;

    /// <inheritdoc/>
    public ISpectralRuns Runs { get; } = new SpectralRuns();

    /// <inheritdoc/>
    public string Serialize(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SerializedObjects.Write(value);
    }

    /// <inheritdoc/>
    public object Deserialize(string text, Type type) => SerializedObjects.Read(text, type);

    /// <inheritdoc/>
    public SpectralFileContent Read(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return _reader.Read(path, options, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpectralException(ExceptionMapper.ToError(e, BatchStage.Loading), e);
        }
    }

    /// <inheritdoc/>
    public SpectralFileReport Inspect(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return Read(path, options, cancellationToken).Report;
        }
        catch (SpectralException e)
        {
            return new SpectralFileReport
            {
                Path = path,
                Length = File.Exists(path) ? new FileInfo(path).Length : 0,
                Issues = [new SpectralFileIssue(IssueSeverity.Error, e.Error.Id, e.Error.ToString(), e.Error.Line)],
            };
        }
    }

    /// <inheritdoc/>
    public ILayoutNormalization Normalization { get; } = new LayoutNormalization(SpectrumReader.Default);

    /// <inheritdoc/>
    public ISpectralBands Bands { get; } = new SpectralBands();

    /// <inheritdoc/>
    public ISpectralMethods Methods => MethodFiles;

    /// <inheritdoc/>
    public ISpectralLibraries Libraries => field ??= new SpectralLibraries(MethodFiles, Processing);

    private SpectralMethods MethodFiles => field ??= new SpectralMethods(Processing);

    /// <inheritdoc/>
    public ISpectralModels Models => field ??= new SpectralModels(Processing);

    /// <inheritdoc/>
    public ISpectralProcessing Processing { get; } = new SpectralProcessing(SpectrumReader.Default);

    /// <inheritdoc/>
    public ISpectralBatch StartBatch(BatchOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return SpectralBatch.Start(options, _reader, cancellationToken: cancellationToken);
    }

    /// <inheritdoc/>
    public SpectralBatchEstimate Estimate(
        IReadOnlyList<string> paths, EstimateOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(options);
        return new BatchEstimator(_reader, options).Estimate(paths, cancellationToken);
    }

    /// <inheritdoc/>
    public SpectralBatchStatistics Summarize(IEnumerable<SpectralResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var statistics = new StatisticsBuilder();
        foreach (var result in results)
            statistics.Add(result);
        return statistics.Build();
    }

    /// <inheritdoc/>
    public ControlChart Chart(IReadOnlyList<double> values, ControlChartOptions options)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        return ControlChartBuilder.Build(values, options);
    }

    /// <inheritdoc/>
    public Func<string, IReadOnlyList<SpectralOutputName>> StartNaming(OutputNameRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var measurements = new MeasurementFiles(request.OutputDirectory, Runs.CreateOutputFilter());
        var namer = new OutputNamer(request, TimeProvider.System, measurements.MayContain);
        var extensions = request.Formats.Distinct().Select(f => Export.OutputFormats.ExtensionOf(f)).ToArray();
        var index = 0;
        return sample => [.. namer.Name(new NamedSample(sample, null), ++index, extensions).Select(t => t.ToName(sample))];
    }

    /// <inheritdoc/>
    public Func<Spectrum, SpectralComparison> StartComparing(
        IReadOnlyList<Spectrum> references,
        ComparisonOptions options,
        SpectralMethod? method,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(references);
        ArgumentNullException.ThrowIfNull(options);
        MethodWork.Check(method);
        var series = BaselineSeries.Prepare(references, options, MethodWork.StartSteps(method, _reader), cancellationToken);
        return sample =>
        {
            var (reference, baseline) = series.Find(sample);
            var outcome = SpectrumComparer.Compare(baseline, sample, options, cancellationToken);
            var judged = MethodWork.Judge(method, outcome);
            return outcome.Comparison with
            {
                Reference = reference,
                Sample = outcome.Sample,
                Conversions = outcome.Conversions,
                Warnings = [.. outcome.Warnings, .. judged?.Warnings ?? []],
                Verdict = judged?.Judgment.Verdict ?? SpectralVerdict.None,
                Limits = judged?.Judgment.Limits ?? [],
                Bands = judged?.Bands ?? [],
            };
        };
    }

    /// <inheritdoc/>
    public ISpectralExport StartExport(ExportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SpectralExport(options, Runs.CreateOutputFilter());
    }

    /// <inheritdoc/>
    public ISpectralFolderWatch Watch(FolderWatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new FolderWatch(options, static path => FolderFilter.ReasonToLeaveOut(path) is null);
    }

    /// <inheritdoc/>
    public IReadOnlyList<SpectralTempItem> FindTemp(IReadOnlyList<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return
        [
            .. TempCleaner.Find(folders),
            .. (folders.Count > 0 ? folders.Select(folder => new RecipeStore(folder)) : [RecipeStore.Own(null)])
                .SelectMany(store => store.FindUnfinished()),
        ];
    }

    /// <inheritdoc/>
    public SpectralTempItem RemoveTemp(SpectralTempItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return RecipeStore.RemoveUnfinished(item) ?? TempCleaner.Remove(item);
    }
}
