namespace SpectralAnalyzer;

/// <summary>
/// A watch over folders. It returns each file once it is written, first those that are there at the start. Not thread-safe.
/// </summary>
public interface ISpectralFolderWatch : IDisposable
{
    /// <summary>Takes the next file that has arrived. A file is returned again only if its size or time has changed.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="cancellationToken">A token to cancel the search of the folders.</param>
    /// <returns>False if there is none at the moment.</returns>
    bool TryTake(out string path, CancellationToken cancellationToken = default);

    /// <summary>Returns the warnings since the last call. The watch continues.</summary>
    IReadOnlyList<string> TakeWarnings();

    /// <summary>Returns messages since the last call that say which files are waited for, and why.</summary>
    IReadOnlyList<string> TakeDetails();
}
