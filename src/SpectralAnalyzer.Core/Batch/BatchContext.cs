using SpectralAnalyzer.Core.Normalization;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Reading;
using SpectralAnalyzer.Core.Runs;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>What the work on all files of a batch shares. It owns its parts and disposes of them.</summary>
internal sealed record BatchContext : IDisposable
{
    internal required BatchOptions Options { get; init; }

    internal required SpectrumReader Reader { get; init; }

    internal required LayoutNormalizer Normalizer { get; init; }

    internal required BaselineSeries Baseline { get; init; }

    internal required SpectralFileStamp BaselineStamp { get; init; }

    internal required IReadOnlyList<string> BaselineWarnings { get; init; }

    internal required OutputNaming Naming { get; init; }

    internal required RetryPolicy Retry { get; init; }

    internal required FileSettleWaiter Settling { get; init; }

    /// <summary>The order in which files get the names of their outputs.</summary>
    internal InputSequencer Order { get; } = new();

    /// <summary>The order in which the results of files are recorded, or null if they are recorded as they come.</summary>
    internal InputSequencer? ResultOrder { get; init; }

    /// <summary>The folder of temporary files, or null if the batch writes nothing.</summary>
    internal TempWorkspace? Workspace { get; init; }

    /// <summary>The run manifest, or null if none is written.</summary>
    internal RunManifest? Manifest { get; init; }

    /// <summary>What earlier runs left in the output folder, or null unless the batch is incremental.</summary>
    internal RunHistory? History { get; init; }

    /// <summary>Finds the results of earlier runs that still apply, or null unless the batch is incremental.</summary>
    internal ReusableResults? Reusable { get; init; }

    /// <summary>Draws the graphs, or null if none are drawn.</summary>
    internal FigureRenderer? Renderer { get; init; }

    /// <summary>Draws the graphs of contact sheets, or null if there are none.</summary>
    internal FigureRenderer? SheetRenderer { get; init; }

    /// <summary>The albums, or null if there are none.</summary>
    internal BatchAlbums? Albums { get; init; }

    public void Dispose()
    {
        Albums?.Dispose();
        SheetRenderer?.Dispose();
        Normalizer.Dispose();
        Renderer?.Dispose();
        Workspace?.Dispose();
    }
}
