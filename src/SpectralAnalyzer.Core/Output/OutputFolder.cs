namespace SpectralAnalyzer.Core.Output;

/// <summary>Prepares the folder that outputs go to.</summary>
internal static class OutputFolder
{
    /// <summary>Makes the folder where it is missing, and a workspace in it, which shows that it can be written to.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="keepTemp">True: what is left in the workspace at the end stays.</param>
    /// <exception cref="SpectralException">It cannot be made or written to.</exception>
    internal static TempWorkspace Prepare(string folder, bool keepTemp)
    {
        if (File.Exists(folder))
        {
            throw new SpectralException(
                SpectralErrorIds.OutputDirectoryIsFile,
                SpectralErrorCategory.InvalidArgument,
                $"The output folder '{folder}' is a file.",
                "State a folder with -OutputDirectory.");
        }

        try
        {
            Directory.CreateDirectory(folder);
            return TempWorkspace.Create(folder, keepTemp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new SpectralException(
                SpectralErrorIds.OutputDirectoryUnusable,
                e is UnauthorizedAccessException ? SpectralErrorCategory.Permission : SpectralErrorCategory.Write,
                $"The output folder '{folder}' cannot be written to. {e.Message}",
                "Check its permissions, or state another with -OutputDirectory.",
                innerException: e);
        }
    }
}
