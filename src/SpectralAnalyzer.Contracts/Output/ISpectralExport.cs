namespace SpectralAnalyzer;

/// <summary>
/// Saves files outside of a batch, with the same guarantees: each file is written to a workspace, verified, then renamed, and no
/// two files get the same name. It is not thread-safe. Disposing it removes unfinished files.
/// </summary>
public interface ISpectralExport : IDisposable
{
    /// <summary>Gets the warnings about the saved files, for example about conversions and characters that no font has.</summary>
    IReadOnlyList<string> Warnings { get; }

    /// <summary>Determines the names of the files of one item, which have the same stem. Nothing is written.</summary>
    /// <param name="sample">The file or name of the sample.</param>
    /// <param name="series">The name of the series if the file has several spectra, else null.</param>
    /// <param name="baseline">The file or name of the baseline; empty if there is none.</param>
    /// <param name="extensions">The extensions with their periods.</param>
    IReadOnlyList<SpectralOutputName> Name(string sample, string? series, string baseline, IReadOnlyList<string> extensions);

    /// <summary>Saves a spectrum.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The full path of the file, or null if an existing file stays.</returns>
    /// <exception cref="SpectralException">The file cannot be saved.</exception>
    string? SaveSpectrum(
        SpectralOutputName name, Spectrum spectrum, SpectrumFileFormat format, CancellationToken cancellationToken);

    /// <summary>Saves a graph of spectra.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="graph">The content of the graph.</param>
    /// <param name="format">The format.</param>
    /// <param name="figure">The size and resolution.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The full path of the file, or null if an existing file stays.</returns>
    /// <exception cref="SpectralException">The graph cannot be drawn or saved.</exception>
    string? SaveGraph(
        SpectralOutputName name, SpectraGraph graph, GraphFormat format, FigureOptions figure,
        CancellationToken cancellationToken);

    /// <summary>Saves the graph of a comparison, as a batch does.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="comparison">
    /// The comparison, with its <see cref="SpectralComparison.Reference"/> and <see cref="SpectralComparison.Sample"/>.
    /// </param>
    /// <param name="format">The format.</param>
    /// <param name="figure">The size and resolution.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The full path of the file, or null if an existing file stays.</returns>
    /// <exception cref="SpectralException">The graph cannot be drawn or saved.</exception>
    string? SaveGraph(
        SpectralOutputName name,
        SpectralComparison comparison,
        GraphFormat format,
        FigureOptions figure,
        CancellationToken cancellationToken);

    /// <summary>Starts to put many graphs into common files: a PDF with a table at its front, or contact sheets.</summary>
    /// <param name="name">The name of the first file without its extension; a number follows in those of further ones.</param>
    /// <param name="extension">The extension with its period.</param>
    /// <param name="figure">The size and resolution; a contact sheet has its own.</param>
    /// <param name="grid">The grid of contact sheets; null for a PDF.</param>
    /// <exception cref="SpectralException">The name is taken and the conflict resolution is to fail.</exception>
    IGraphAlbum StartAlbum(string name, string extension, FigureOptions figure, ContactSheetGrid? grid);

    /// <summary>Saves a report. Its links are relative to its folder.</summary>
    /// <param name="name">The name of the file.</param>
    /// <param name="report">The content of the report.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The full path of the file, or null if an existing file stays.</returns>
    /// <exception cref="SpectralException">The file cannot be saved.</exception>
    string? SaveReport(SpectralOutputName name, SpectralReport report, ReportFormat format, CancellationToken cancellationToken);
}
