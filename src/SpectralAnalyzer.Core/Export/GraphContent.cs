namespace SpectralAnalyzer.Core.Export;

/// <summary>A graph to be written.</summary>
/// <param name="Render">Draws it in a format.</param>
internal sealed record GraphContent(Action<GraphFormat, Stream, CancellationToken> Render);
