using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Prepares a batch: reads the baseline and earlier runs, and creates the output folder and the manifest.</summary>
internal static class BatchPreparation
{
    /// <summary>Creates what the work on all files shares.</summary>
    /// <exception cref="SpectralException">The baseline, the output folder or an option cannot be used.</exception>
    internal static BatchContext Prepare(
        BatchOptions options,
        SpectrumReader reader,
        TimeProvider clock,
        BatchReporter reporter,
        CancellationToken cancellationToken)
    {
        if (options.Incremental && !options.WriteManifest)
        {
            throw new SpectralException(
                SpectralErrorIds.IncrementalWithoutManifest,
                SpectralErrorCategory.InvalidArgument,
                "An incremental batch needs the run manifest in the output folder, and no output folder is given.",
                "Specify -OutputDirectory.");
        }

        if (options.Incremental && (options.CombineGraphs || options.ContactSheet is not null))
        {
            throw new SpectralException(
                SpectralErrorIds.AlbumIncremental,
                SpectralErrorCategory.InvalidArgument,
                "An incremental batch draws only what is new, so that a combined file or a contact sheet would lack the rest.",
                "Leave out -Incremental, or -Combine and -ContactSheet.");
        }

        if (options.WriteManifest)
            ManifestJson.Prepare();
        MethodWork.Check(options.Method);
        var single = options.Formats.Distinct().Where(f => f != GraphFormat.Pdf || !options.CombineGraphs);
        string[] extensions = [.. single.Select(f => OutputFormats.ExtensionOf(f))];
        if (options.SaveNormalizedCsv)
            extensions = [.. extensions, OutputFormats.ExtensionOf(SpectrumFileFormat.Csv)];
        var namer = new OutputNamer(
            new OutputNameRequest
            {
                OutputDirectory = options.OutputDirectory,
                Baseline = options.Baseline,
                Template = options.FileNameTemplate,
                ConflictResolution = options.ConflictResolution,
            },
            clock,
            new MeasurementFiles(options.OutputDirectory, new KnownOutputs().Contains).MayContain);
        var owned = new Stack<IDisposable>();
        try
        {
            var normalizer = Own(new LayoutNormalizer(options.Normalization, reporter.ReportAsync));
            var baseline = BaselineReader.Read(
                options, reader, normalizer, MethodWork.StartSteps(options.Method, reader), cancellationToken);
            var workspace = extensions.Length > 0 || options.CombineGraphs || options.WriteManifest
                ? Own(OutputFolder.Prepare(options.OutputDirectory, options.KeepTemp))
                : null;
            var renderer = options.Formats.Count > 0
                ? Own(new FigureRenderer(GraphSettings.Resolve(options.Figure, options.Method?.Graph)))
                : null;
            var fingerprint = options.WriteManifest
                ? RunFingerprint.Compute(options, baseline.Stamp, baseline.RecipeId, MethodWork.Identify(options.Method))
                : "";
            var history = options.Incremental
                ? RunHistory.Read(options.OutputDirectory, fingerprint, cancellationToken)
                : null;
            if (history is not null)
                namer.Reserve(history.Owners);
            var manifest = options.WriteManifest
                ? RunManifest.Start(options, baseline.Stamp, fingerprint, workspace?.Folder) : null;
            history?.Exclude(manifest!.RunId);
            var naming = new OutputNaming(namer, extensions, history);
            FigureRenderer? sheetRenderer = null;
            var albums = BatchAlbums.Create(
                options, naming, workspace, manifest, renderer,
                figure => sheetRenderer = Own(new FigureRenderer(GraphSettings.Resolve(figure, options.Method?.Graph))));
            return new BatchContext
            {
                Options = options,
                Reader = reader,
                Normalizer = normalizer,
                Baseline = baseline.Series,
                BaselineStamp = baseline.Stamp,
                BaselineWarnings = baseline.Warnings,
                Naming = naming,
                Retry = new RetryPolicy(options.MaxRetries),
                Settling = new FileSettleWaiter(options.SettleTime),
                ResultOrder = options.PreserveOrder ? new InputSequencer() : null,
                Workspace = workspace,
                Manifest = manifest,
                History = history,
                Reusable = history is null ? null : new ReusableResults(history, normalizer, options.Reading, options.AlwaysHash),
                Renderer = renderer,
                SheetRenderer = sheetRenderer,
                Albums = albums is null ? null : Own(albums),
            };
        }
        catch
        {
            foreach (var part in owned)
                part.Dispose();
            throw;
        }

        T Own<T>(T part)
            where T : IDisposable
        {
            owned.Push(part);
            return part;
        }
    }
}
