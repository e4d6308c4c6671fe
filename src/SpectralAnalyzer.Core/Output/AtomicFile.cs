namespace SpectralAnalyzer.Core.Output;

/// <summary>Writes files so that they are complete or absent: in the workspace, verified, then renamed.</summary>
internal static class AtomicFile
{
    private const int BufferSize = 4096;

    /// <summary>Writes and verifies a file in the workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="extension">The extension with its period.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="verify">Throws if the file is wrong. If null, it must have the bytes that were written.</param>
    /// <returns>The file in the workspace.</returns>
    internal static SpectralFileStamp Prepare(
        TempWorkspace workspace, string extension, Action<Stream> write, Action<string>? verify = null)
    {
        var path = workspace.NewPath(extension);
        try
        {
            string? written = null;
            using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize))
            {
                if (verify is null)
                    written = HashedStream.Write(stream, write);
                else
                    write(stream);
            }

            verify?.Invoke(path);
            var stamp = FileStamps.Compute(path, CancellationToken.None);
            return written is null || stamp.Sha256 == written ? stamp : throw Corrupt(path);
        }
        catch
        {
            // on a full disk, unfinished files would take the space that a later file may fit in
            workspace.Abandon(path);
            throw;
        }
    }

    /// <summary>Gives a finished file its final name.</summary>
    /// <returns>False if the name is taken and the file may not be replaced.</returns>
    internal static bool TryCommit(string prepared, string target, bool overwrite)
    {
        // on Windows, a move that does not replace is atomic; on a file system without hard links, the move has to do
        if (!overwrite && !OperatingSystem.IsWindows() && HardLink.TryCreate(prepared, target) is { } isFree)
        {
            if (isFree)
                RemoveFirstName(prepared);
            return isFree;
        }

        try
        {
            File.Move(prepared, target, overwrite);
            return true;
        }
        catch (IOException) when (!overwrite && Path.Exists(target) && File.Exists(prepared))
        {
            return false;
        }
    }

    private static SpectralException Corrupt(string path) => new(
        SpectralErrorIds.OutputCorrupt,
        SpectralErrorCategory.Write,
        $"The file '{path}' does not contain the bytes that were written.",
        "Check the state of the disk and its free space, and run again.");

    private static void RemoveFirstName(string prepared)
    {
        try
        {
            File.Delete(prepared);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the file has its final name; the first one is removed with the workspace
        }
    }
}
