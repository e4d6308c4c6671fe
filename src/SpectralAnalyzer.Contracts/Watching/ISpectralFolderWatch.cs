namespace SpectralAnalyzer;

/// <summary>A watch over folders: tells of each file once it is written, those that were there at the start first. For one thread.</summary>
public interface ISpectralFolderWatch : IDisposable
{
    /// <summary>Takes the next file that has arrived. The same file comes again only where its size or time has changed since.</summary>
    /// <param name="path">Its full path.</param>
    /// <param name="cancellationToken">Ends the looking: a share with many files takes its time.</param>
    /// <returns>False where there is none now.</returns>
    bool TryTake(out string path, CancellationToken cancellationToken = default);

    /// <summary>What went wrong with the watching since the last call; the sweeps go on. Empty where nothing did.</summary>
    IReadOnlyList<string> TakeWarnings();
}
