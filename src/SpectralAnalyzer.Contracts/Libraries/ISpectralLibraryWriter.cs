namespace SpectralAnalyzer;

/// <summary>Writes a library. Nothing is seen of it before it is committed. It is not thread-safe.</summary>
public interface ISpectralLibraryWriter : IDisposable
{
    /// <summary>Gets the number of spectra so far.</summary>
    int Count { get; }

    /// <summary>Gets how files are read, by the method of the library.</summary>
    ReadOptions Reading { get; }

    /// <summary>Adds a spectrum.</summary>
    /// <param name="spectrum">The spectrum, as it was read.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>What has to be known of it.</returns>
    /// <exception cref="SpectralException">It cannot be brought to units and grid of the library; the others can.</exception>
    IReadOnlyList<string> Add(Spectrum spectrum, CancellationToken cancellationToken);

    /// <summary>Finds the limits of the library, completes the file and gives it its name.</summary>
    /// <param name="overwrite">Whether a file that exists is replaced.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">There is no spectrum, or the file cannot be written.</exception>
    SpectralLibrary Commit(bool overwrite, CancellationToken cancellationToken);

    /// <summary>Gets what was found when all had been added, as rows of the properties without a spectrum.</summary>
    IReadOnlyList<string> Warnings { get; }
}
