namespace SpectralAnalyzer.Core.Watching;

/// <summary>By what a file is known to have changed.</summary>
/// <param name="Length">Its bytes.</param>
/// <param name="LastWriteTime">When it was written last.</param>
internal readonly record struct FileState(long Length, DateTimeOffset LastWriteTime)
{
    /// <summary>The state of a file; null where it is gone or is no file.</summary>
    /// <param name="path">Its full path.</param>
    internal static FileState? TryRead(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileState(file.Length, new DateTimeOffset(file.LastWriteTimeUtc)) : null;
    }
}
