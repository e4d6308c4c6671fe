namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>Writes a figure in one file format.</summary>
/// <param name="page">The figure.</param>
/// <param name="pixels">Where a format of pixels gets the memory for them.</param>
/// <param name="destination">The stream to write to; it is left open.</param>
/// <param name="cancellationToken">A token to cancel the operation.</param>
internal delegate void FigureWriter(
    FigurePage page, PixelWriters pixels, Stream destination, CancellationToken cancellationToken);
