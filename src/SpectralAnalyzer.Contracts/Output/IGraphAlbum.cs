namespace SpectralAnalyzer;

/// <summary>
/// Graphs that go into common files, in the order in which they are added. It is not thread-safe. Disposing it removes what is
/// not finished.
/// </summary>
public interface IGraphAlbum : IDisposable
{
    /// <summary>Adds a result.</summary>
    /// <param name="result">The result, which is in the table whether or not it has a graph.</param>
    /// <param name="comparison">
    /// The comparison with its <see cref="SpectralComparison.Reference"/> and <see cref="SpectralComparison.Sample"/>, which is
    /// drawn; null where there is none.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">The graph cannot be drawn, or the files cannot be saved.</exception>
    void Add(SpectralResult result, SpectralComparison? comparison, CancellationToken cancellationToken);

    /// <summary>Saves what is left.</summary>
    /// <returns>The full paths of the files; none if existing files stay.</returns>
    /// <exception cref="SpectralException">A file cannot be saved.</exception>
    IReadOnlyList<string> Finish();
}
