namespace SpectralAnalyzer.Core.Output;

/// <summary>Writes a file so that under its final name there is a whole one or none: written in the workspace, checked, renamed.</summary>
internal static class AtomicFile
{
    // for the small pieces that a file begins and ends with; what is larger goes by it
    private const int BufferSize = 4096;

    /// <summary>Writes and checks a file in the workspace.</summary>
    /// <param name="workspace">Where it is written.</param>
    /// <param name="extension">The extension with its point.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="verify">Checks the file at a path; throws where it does not hold.</param>
    /// <returns>Path and length of the finished file, still in the workspace.</returns>
    internal static (string Path, long Length) Prepare(
        TempWorkspace workspace, string extension, Action<Stream> write, Action<string> verify)
    {
        var path = workspace.NewPath(extension);
        try
        {
            long length;
            using (var stream = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize))
            {
                write(stream);
                stream.Flush();
                length = stream.Length;
            }

            verify(path);
            return (path, length);
        }
        catch
        {
            // on a full disk the halves of a hundred graphs would take what little a later one might fit in
            workspace.Abandon(path);
            throw;
        }
    }

    /// <summary>Gives a finished file its final name.</summary>
    /// <param name="prepared">The file in the workspace.</param>
    /// <param name="target">The final path.</param>
    /// <param name="overwrite">True: a file of that name is replaced.</param>
    /// <returns>False where the name is taken and may not be replaced.</returns>
    internal static bool TryCommit(string prepared, string target, bool overwrite)
    {
        // without hard links, and on Windows where a move that may not replace is one step by itself, the move below decides
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

    private static void RemoveFirstName(string prepared)
    {
        try
        {
            File.Delete(prepared);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // the file has its final name, which is what was asked for; its first goes with the workspace
        }
    }
}
