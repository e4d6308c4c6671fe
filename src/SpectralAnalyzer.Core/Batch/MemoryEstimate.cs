using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Estimates the memory that the work on a file needs.</summary>
internal static class MemoryEstimate
{
    // the bytes of the file, its numbers twice (read and growing), the resampled ones and the difference
    private const int PerByte = 6;
    private const long Fixed = 1 << 20;

    /// <summary>What one file needs in bytes.</summary>
    /// <param name="fileBytes">The file's size.</param>
    /// <param name="graphBytes">What drawing one graph needs; 0 where none is drawn.</param>
    internal static long Of(long fileBytes, long graphBytes) => Fixed + (PerByte * fileBytes) + graphBytes;

    /// <summary>What drawing one graph needs in bytes.</summary>
    /// <param name="formats">The formats of the graph.</param>
    /// <param name="figure">Its size.</param>
    internal static long OfGraph(IReadOnlyList<GraphFormat> formats, FigureOptions figure) =>
        formats.Count == 0 ? 0 : FigureRenderer.EstimatedBytes(figure);
}
