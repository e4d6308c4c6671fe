namespace SpectralAnalyzer;

/// <summary>Searches a library, which stays open and is mapped into memory. It is safe for several threads at once.</summary>
public interface ISpectralLibrarySearch : IDisposable
{
    /// <summary>Gets how many queries are searched at once with the best use of memory.</summary>
    int BlockSize { get; }

    /// <summary>Gets how the files of queries are read, by the method of the library.</summary>
    ReadOptions Reading { get; }

    /// <summary>Gets the library.</summary>
    SpectralLibrary Library { get; }

    /// <summary>Prepares a query as the spectra of the library were prepared.</summary>
    /// <param name="spectrum">
    /// The query, as it was read; one that the steps of the library have prepared already is taken as it is.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">It cannot be brought to units and grid of the library.</exception>
    SpectralLibraryQuery Prepare(Spectrum spectrum, CancellationToken cancellationToken);

    /// <summary>Searches.</summary>
    /// <param name="queries">The queries, from <see cref="Prepare"/>.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The answers, in the order of the queries.</returns>
    IReadOnlyList<SpectralMatch> Find(IReadOnlyList<SpectralLibraryQuery> queries, CancellationToken cancellationToken);
}
