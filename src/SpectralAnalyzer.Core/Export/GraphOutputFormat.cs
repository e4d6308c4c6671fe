using SpectralAnalyzer.Core.Output;

namespace SpectralAnalyzer.Core.Export;

/// <summary>A format of graphs: the renderer draws it.</summary>
internal sealed class GraphOutputFormat(OutputFormatInfo info) : IOutputFormat<GraphContent>
{
    private readonly GraphFormat _format = (GraphFormat)info.Format;

    /// <inheritdoc/>
    public OutputFormatInfo Info => info;

    /// <inheritdoc/>
    public void Write(GraphContent content, Stream stream, CancellationToken cancellationToken) =>
        content.Render(_format, stream, cancellationToken);
}
