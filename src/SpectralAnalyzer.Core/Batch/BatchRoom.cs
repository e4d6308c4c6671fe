using SpectralAnalyzer.Core.Comparison;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>What the work on every file of a batch shares.</summary>
internal sealed class BatchRoom : IDisposable
{
    private readonly Lock _naming = new();
    private readonly OutputNamer _namer;
    private readonly string[] _extensions;

    /// <summary>Reads the baseline and prepares the output folder.</summary>
    /// <param name="options">What the batch is to do.</param>
    /// <param name="reader">Reads files.</param>
    /// <param name="cancellationToken">Ends the reading of the baseline.</param>
    /// <exception cref="SpectralException">Baseline, output folder or an option does not hold.</exception>
    internal BatchRoom(BatchOptions options, SpectrumReader reader, CancellationToken cancellationToken)
    {
        Options = options;
        Reader = reader;
        _extensions = [.. options.Formats.Distinct().Select(OutputNamer.ExtensionOf)];
        if (options.SaveNormalizedCsv)
            _extensions = [.. _extensions, ".csv"];
        _namer = new OutputNamer(
            new OutputNameRequest
            {
                OutputDirectory = options.OutputDirectory,
                Baseline = options.Baseline,
                Template = options.FileNameTemplate,
                ConflictResolution = options.ConflictResolution,
            },
            DateTime.Now);
        (Baseline, BaselineWarnings, var baselineStamp) = BaselineFile.Read(options, reader, cancellationToken);
        if (_extensions.Length > 0 || options.WriteManifest)
            Workspace = OutputFolder.Prepare(options.OutputDirectory, options.KeepTemp);
        if (options.Formats.Count > 0)
            Renderer = new FigureRenderer(options.Figure, Baseline.Spectrum);
        try
        {
            if (options.WriteManifest)
                Manifest = RunManifest.Begin(options, baselineStamp);
        }
        catch
        {
            Dispose();
            throw;
        }

        Retry = new RetryPolicy(options.MaxRetries);
    }

    internal BatchOptions Options { get; }

    internal SpectrumReader Reader { get; }

    internal PreparedBaseline Baseline { get; }

    internal IReadOnlyList<string> BaselineWarnings { get; }

    /// <summary>Null where nothing is written.</summary>
    internal TempWorkspace? Workspace { get; }

    /// <summary>Null where the run is not written down.</summary>
    internal RunManifest? Manifest { get; }

    /// <summary>Null where no graph is drawn.</summary>
    internal FigureRenderer? Renderer { get; }

    internal RetryPolicy Retry { get; }

    internal InputOrder Order { get; } = new();

    /// <summary>Decides the names of one spectrum's outputs; called in input order.</summary>
    internal IReadOnlyList<OutputTarget> Name(BatchInput input, string? series)
    {
        lock (_naming)
            return _namer.Name(input.Path, series, input.Index + 1, _extensions);
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
        Renderer?.Dispose();
        Workspace?.Dispose();
    }
}
