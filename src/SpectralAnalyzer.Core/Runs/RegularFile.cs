namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// Opens the manifest and the lock of a folder. A link could lead to any file of the user, and a pipe would block whoever opens
/// it, so that both are refused.
/// </summary>
internal static class RegularFile
{
    /// <summary>Returns the length of a file that is to be read; 0 for one that does not exist or is empty.</summary>
    /// <exception cref="IOException">It is a link.</exception>
    internal static long LengthOf(string path)
    {
        var file = new FileInfo(path);
        ThrowIfLink(file);
        // a pipe or a device has no length either, and is never opened
        return file.Exists ? file.Length : 0;
    }

    /// <summary>Opens a file to write to it, and creates it if it does not exist.</summary>
    /// <exception cref="IOException">It is a link, a pipe or a device, or is in use.</exception>
    internal static FileStream OpenOrCreate(string path, FileShare share)
    {
        ThrowIfLink(new FileInfo(path));
        // to read and to write, since opening a pipe for one of them waits for the other end
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, 0);
        if (file.CanSeek)
            return file;
        file.Dispose();
        throw new IOException($"'{path}' is not a file but a pipe or a device. Remove it.");
    }

    private static void ThrowIfLink(FileInfo file)
    {
        if (file.LinkTarget is { } target)
            throw new IOException($"'{file.FullName}' is a link to '{target}', and is not followed. Remove it.");
    }
}
