namespace SpectralAnalyzer;

/// <summary>A temporary folder that a batch left behind.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Length">The bytes it holds.</param>
/// <param name="FileCount">The files it holds.</param>
/// <param name="LastWriteTime">When it was last written to.</param>
/// <param name="InUse">True where the batch that owns it is still running: it is not touched.</param>
public sealed record SpectralTempItem(string Path, long Length, int FileCount, DateTime LastWriteTime, bool InUse)
{
    /// <summary>True once it was removed.</summary>
    public bool Removed { get; init; }
}
