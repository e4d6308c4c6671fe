using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Export;
using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>What the work on every file of a batch shares.</summary>
internal sealed class BatchContext : IDisposable
{
    private readonly Lock _naming = new();
    private readonly OutputNamer _namer;
    private readonly string[] _extensions;
    private readonly RunHistory? _past;

    /// <summary>Reads the baseline and prepares the output folder.</summary>
    /// <param name="options">What the batch is to do.</param>
    /// <param name="reader">Reads files.</param>
    /// <param name="clock">Tells the day.</param>
    /// <param name="tell">Takes in what the user is to be told that is no file's.</param>
    /// <param name="cancellationToken">Ends the reading of the baseline.</param>
    /// <exception cref="SpectralException">Baseline, output folder or an option does not hold.</exception>
    internal BatchContext(
        BatchOptions options, SpectrumReader reader, TimeProvider clock, Func<BatchEvent, ValueTask> tell, CancellationToken cancellationToken)
    {
        Options = options;
        Reader = reader;
        if (options.Incremental && !options.WriteManifest)
        {
            throw new SpectralException(
                "IncrementalWithoutManifest",
                SpectralErrorCategory.InvalidArgument,
                "What earlier runs did is written down in their output folder, and none is stated.",
                "State it with -OutputDirectory.");
        }

        _extensions = [.. options.Formats.Distinct().Select(f => OutputFormats.ExtensionOf(f))];
        if (options.SaveNormalizedCsv)
            _extensions = [.. _extensions, OutputFormats.ExtensionOf(SpectrumFileFormat.Csv)];
        _namer = new OutputNamer(
            new OutputNameRequest
            {
                OutputDirectory = options.OutputDirectory,
                Baseline = options.Baseline,
                Template = options.FileNameTemplate,
                ConflictResolution = options.ConflictResolution,
            },
            clock,
            new MeasurementFiles(options.OutputDirectory, new KnownOutputs().Contains).MayContain);
        Normalizer = new LayoutNormalizer(options.Normalization, tell);
        try
        {
            (Baseline, BaselineWarnings, var baselineStamp, var baselineRecipe) = BaselineReader.Read(options, reader, Normalizer, cancellationToken);
            if (_extensions.Length > 0 || options.WriteManifest)
                Workspace = OutputFolder.Prepare(options.OutputDirectory, options.KeepTemp);
            if (options.Formats.Count > 0)
                Renderer = new FigureRenderer(options.Figure);
            if (options.WriteManifest)
            {
                var fingerprint = RunFingerprint.Compute(options, baselineStamp, baselineRecipe);
                if (options.Incremental)
                {
                    _past = RunHistory.Read(options.OutputDirectory, fingerprint, cancellationToken);
                    _namer.Reserve(_past.Owners);
                    Kept = new ReusableResults(_past, Normalizer, options.Reading, options.AlwaysHash);
                }

                Manifest = RunManifest.Begin(options, baselineStamp, fingerprint);
            }

            Retry = new RetryPolicy(options.MaxRetries);
            Settling = new FileSettleWaiter(options.SettleTime);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal BatchOptions Options { get; }

    internal SpectrumReader Reader { get; }

    /// <summary>Settles uncertain layouts.</summary>
    internal LayoutNormalizer Normalizer { get; }

    internal PreparedBaseline Baseline { get; }

    internal IReadOnlyList<string> BaselineWarnings { get; }

    /// <summary>Null where nothing is written.</summary>
    internal TempWorkspace? Workspace { get; }

    /// <summary>Null where the run is not written down.</summary>
    internal RunManifest? Manifest { get; }

    /// <summary>Null where everything is made anew.</summary>
    internal ReusableResults? Kept { get; }

    /// <summary>Null where no graph is drawn.</summary>
    internal FigureRenderer? Renderer { get; }

    internal RetryPolicy Retry { get; }

    internal FileSettleWaiter Settling { get; }

    /// <summary>How much is told, to whoever drives the batch or to the log.</summary>
    internal BatchDetail Detail => Options.LogPath is null || Options.Detail > BatchDetail.Verbose ? Options.Detail : BatchDetail.Verbose;

    internal InputSequencer Order { get; } = new();

    /// <summary>Decides the names of one spectrum's outputs; called in input order.</summary>
    /// <param name="input">The file.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="inputSha256">The file's hash, where it is known.</param>
    internal IReadOnlyList<OutputTarget> Name(BatchInput input, Spectrum spectrum, string? inputSha256)
    {
        var sample = new NamedSample(input.Path, spectrum.Series, spectrum.SeriesIndex)
        {
            Owner = OutputNamer.OwnerKey(input.Path, spectrum.SeriesIndex),
        };
        if (_past is not null)
            sample = sample with { OwnFiles = _past.OwnFiles(input.Path, spectrum.SeriesIndex, inputSha256, CancellationToken.None) };
        lock (_naming)
            return _namer.Name(sample, input.Index + 1, _extensions);
    }

    /// <summary>Keeps the names of outputs that stay as they are; called in input order.</summary>
    internal void Claim(SpectralResult kept)
    {
        lock (_naming)
            _namer.Claim(kept.Outputs.Select(o => o.Path), OutputNamer.OwnerKey(kept.Path, kept.SeriesIndex));
    }

    /// <summary>Says that a file is going to be read, so that no output replaces it.</summary>
    internal void Expect(BatchInput input)
    {
        lock (_naming)
            _namer.Expect(input.Path);
    }

    /// <summary>Gives an output another name, since its own was taken by another process meanwhile.</summary>
    internal OutputTarget Rename(OutputTarget target)
    {
        lock (_naming)
            return _namer.Rename(target);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Normalizer.Dispose();
        Renderer?.Dispose();
        _past?.Dispose();
        Workspace?.Dispose();
    }
}
