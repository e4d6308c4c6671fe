namespace SpectralAnalyzer.Core.Output;

/// <summary>Writes a file so that under its final name there is a whole one or none: it is written in the workspace, verified, renamed.</summary>
internal static class AtomicFile
{
    private const int BufferSize = 4096;

    /// <summary>Writes and verifies a file in the workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="extension">The extension with its point.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="verify">
    /// Verifies the file at a path, and throws if it is wrong. Null: the file is read back, and has to have the bytes that were written.
    /// </param>
    /// <returns>The finished file, still in the workspace.</returns>
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
            // on a full disk, parts of a hundred graphs would take the little space that a later one might fit in
            workspace.Abandon(path);
            throw;
        }
    }

    /// <summary>Gives a finished file its final name.</summary>
    /// <param name="prepared">The file in the workspace.</param>
    /// <param name="target">The final path.</param>
    /// <param name="overwrite">True: a file of that name is replaced.</param>
    /// <returns>False if the name is taken and the file may not be replaced.</returns>
    internal static bool TryCommit(string prepared, string target, bool overwrite)
    {
        // on Windows a move that must not replace is atomic; so it is left to the move below, as it is without hard links
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
        $"The file '{path}' was written, but reading it back gives other bytes.",
        "Check the state of the disk and its free space, and run again.");

    private static void RemoveFirstName(string prepared)
    {
        try
        {
            File.Delete(prepared);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the file has its final name; its first one is removed with the workspace
        }
    }
}
