namespace SpectralAnalyzer;

/// <summary>A temporary folder that a batch left behind.</summary>
/// <param name="Path">The full path of the folder.</param>
/// <param name="Length">The total size of its files in bytes.</param>
/// <param name="FileCount">The number of its files.</param>
/// <param name="LastWriteTime">The time of the last write.</param>
/// <param name="InUse">Whether its batch is still running, so that it must not be removed.</param>
public sealed record SpectralTempItem(string Path, long Length, int FileCount, DateTime LastWriteTime, bool InUse)
{
    /// <summary>Whether the folder was removed.</summary>
    public bool Removed { get; init; }
}
