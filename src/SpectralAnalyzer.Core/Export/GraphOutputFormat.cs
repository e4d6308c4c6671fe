using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Export;

/// <summary>A format of graphs.</summary>
internal sealed class GraphOutputFormat(OutputFormatInfo info, FigureWriter write) : IOutputFormat<GraphContent>
{
    /// <inheritdoc/>
    public OutputFormatInfo Info => info;

    /// <inheritdoc/>
    public void Write(GraphContent content, Stream stream, CancellationToken cancellationToken) =>
        content.Render(write, stream, cancellationToken);
}
