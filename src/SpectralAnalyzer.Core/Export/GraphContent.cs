using SpectralAnalyzer.Core.Plotting.Writers;

namespace SpectralAnalyzer.Core.Export;

/// <summary>A graph to be written.</summary>
/// <param name="Render">Draws it with the writer of a format.</param>
internal sealed record GraphContent(Action<FigureWriter, Stream, CancellationToken> Render);
