namespace SpectralAnalyzer.Core.Output;

/// <summary>Prepares output folders.</summary>
internal static class OutputFolder
{
    /// <summary>Creates a folder if it is missing, and a workspace in it, which proves that it can be written to.</summary>
    /// <param name="folder">Full path of the folder.</param>
    /// <param name="keepTemp">Whether unfinished files stay in the workspace at the end.</param>
    /// <exception cref="SpectralException">The folder cannot be created or written to.</exception>
    internal static TempWorkspace Prepare(string folder, bool keepTemp)
    {
        if (File.Exists(folder))
        {
            throw new SpectralException(
                SpectralErrorIds.OutputDirectoryIsFile,
                SpectralErrorCategory.InvalidArgument,
                $"The output folder '{folder}' is a file.",
                "Specify a folder with -OutputDirectory.");
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
                "Check its permissions, or specify another folder with -OutputDirectory.",
                innerException: e);
        }
    }
}
