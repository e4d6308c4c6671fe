namespace SpectralAnalyzer;

/// <summary>Makes, changes, reads and searches libraries of spectra.</summary>
public interface ISpectralLibraries
{
    /// <summary>Gets the extension, with the dot, of library files.</summary>
    string Extension { get; }

    /// <summary>Starts a new library. The first spectrum decides the grid, unless the options do.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="options">How it is made.</param>
    /// <exception cref="SpectralException">The folder cannot be written to, or the properties cannot be read.</exception>
    ISpectralLibraryWriter Create(string path, SpectralLibraryOptions options);

    /// <summary>Starts to add spectra to a library.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="naming">What names the new spectra.</param>
    /// <param name="cancellationToken">A token to cancel the copying of what is in the library.</param>
    /// <exception cref="SpectralException">The library cannot be read, or its folder cannot be written to.</exception>
    ISpectralLibraryWriter Extend(string path, SpectralLibraryNaming naming, CancellationToken cancellationToken);

    /// <summary>Removes spectra from a library.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="indexes">The places of the spectra, from 1.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The new state of the library.</returns>
    /// <exception cref="SpectralException">The library cannot be read or written, or nothing would be left of it.</exception>
    SpectralLibrary Remove(string path, IReadOnlyCollection<int> indexes, CancellationToken cancellationToken);

    /// <summary>Reads what a library is. Its checksums are checked, except those of the points.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="SpectralException">
    /// <c>NotALibrary</c>, <c>LibraryDamaged</c>, <c>LibraryVersionUnsupported</c>, or the file cannot be read.
    /// </exception>
    SpectralLibrary Read(string path);

    /// <summary>Reads the entries of a library.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <exception cref="SpectralException">As <see cref="Read"/>.</exception>
    IEnumerable<SpectralLibraryItem> ReadItems(string path);

    /// <summary>Starts to search a library.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="options">How it is searched.</param>
    /// <param name="cancellationToken">A token to cancel the check of the file.</param>
    /// <exception cref="SpectralException">As <see cref="Read"/>; a range has no points of the grid.</exception>
    ISpectralLibrarySearch StartSearch(string path, SpectralSearchOptions options, CancellationToken cancellationToken);

    /// <summary>Returns the graph of an answer: the query, and its hits scaled to it.</summary>
    /// <param name="match">The answer.</param>
    SpectraGraph Overlay(SpectralMatch match);
}
