namespace SpectralAnalyzer;

/// <summary>
/// Saves what is made outside of a batch as a batch does: each file is written aside, checked, then renamed, and no two get
/// the same name. Used by one thread at a time; disposing it removes what is not finished.
/// </summary>
public interface ISpectralExport : IDisposable
{
    /// <summary>Decides the names of one item's files; all share one stem. Nothing is written.</summary>
    /// <param name="sample">The sample's file or name.</param>
    /// <param name="series">The series' name where the file holds several spectra, or null.</param>
    /// <param name="baseline">The baseline's file or name; empty where there is none.</param>
    /// <param name="extensions">The extensions, with their point.</param>
    IReadOnlyList<SpectralOutputName> Name(string sample, string? series, string baseline, IReadOnlyList<string> extensions);

    /// <summary>Saves a spectrum.</summary>
    /// <param name="name">The name that was decided.</param>
    /// <param name="spectrum">The spectrum.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Full path of the file; null where an existing one stays.</returns>
    /// <exception cref="SpectralException">It cannot be saved.</exception>
    string? SaveSpectrum(SpectralOutputName name, Spectrum spectrum, SpectrumFileFormat format, CancellationToken cancellationToken);

    /// <summary>Saves a graph of spectra.</summary>
    /// <param name="name">The name that was decided.</param>
    /// <param name="graph">What it shows.</param>
    /// <param name="format">The format.</param>
    /// <param name="figure">Size and resolution.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Full path of the file; null where an existing one stays.</returns>
    /// <exception cref="SpectralException">It cannot be drawn or saved.</exception>
    string? SaveGraph(SpectralOutputName name, SpectraGraph graph, GraphFormat format, FigureOptions figure, CancellationToken cancellationToken);

    /// <summary>Saves the graph that a batch draws of a comparison.</summary>
    /// <param name="name">The name that was decided.</param>
    /// <param name="comparison">The comparison, with its <see cref="SpectralComparison.Reference"/> and <see cref="SpectralComparison.Sample"/>.</param>
    /// <param name="format">The format.</param>
    /// <param name="figure">Size and resolution.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Full path of the file; null where an existing one stays.</returns>
    /// <exception cref="SpectralException">It cannot be drawn or saved.</exception>
    string? SaveGraph(SpectralOutputName name, SpectralComparison comparison, GraphFormat format, FigureOptions figure, CancellationToken cancellationToken);

    /// <summary>Saves a report. The paths in it are relative to its folder.</summary>
    /// <param name="name">The name that was decided.</param>
    /// <param name="report">What it tells.</param>
    /// <param name="format">The format.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Full path of the file; null where an existing one stays.</returns>
    /// <exception cref="SpectralException">It cannot be saved.</exception>
    string? SaveReport(SpectralOutputName name, SpectralReport report, ReportFormat format, CancellationToken cancellationToken);

    /// <summary>What the user should know about the files that were saved so far: conversions, and characters that no font has.</summary>
    IReadOnlyList<string> Warnings { get; }
}
