namespace SpectralAnalyzer.Core.Watching;

/// <summary>The size and time of a file, which reveal a change.</summary>
internal readonly record struct FileState(long Length, DateTimeOffset LastWriteTime)
{
    /// <summary>Reads the state of a file; returns null if the file does not exist.</summary>
    internal static FileState? TryRead(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? new FileState(file.Length, new DateTimeOffset(file.LastWriteTimeUtc)) : null;
    }
}
