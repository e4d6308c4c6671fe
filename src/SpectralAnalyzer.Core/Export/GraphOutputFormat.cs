using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Export;

/// <summary>A format of graphs.</summary>
internal sealed class GraphOutputFormat(OutputFormatInfo info, FigureWriter write) : IOutputFormat<GraphContent>
{
    public OutputFormatInfo Info => info;

    public void Write(GraphContent content, Stream stream, CancellationToken cancellationToken) =>
        content.Render(write, stream, cancellationToken);
}
