namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Finds the graphs of results, and what a page can show of them.</summary>
/// <param name="formats">The formats of the outputs.</param>
/// <param name="folder">
/// Full path of the folder of the run, or null if the results are not read from one. A manifest may come from anybody, so that
/// only files in the folder are read.
/// </param>
internal sealed class ReportGraphs(IReadOnlyList<OutputFormatInfo> formats, string? folder)
{
    /// <summary>Returns the graph that a page shows best: pixels, else another image, else any file; or null.</summary>
    internal string? Find(SpectralResult result) => result.OutputPath
        .Where(path => FormatOf(path)?.Format is GraphFormat)
        .OrderBy(path => FormatOf(path) switch { { IsRaster: true } => 0, { IsImage: true } => 1, _ => 2 })
        .FirstOrDefault();

    /// <summary>Returns whether a page can show a graph.</summary>
    internal bool CanShow(string path) => FormatOf(path) is { IsImage: true };

    /// <summary>Returns a thumbnail as a data URI, or null if there is no file, or none with pixels.</summary>
    internal string? Thumbnail(string path) =>
        FormatOf(path) is { IsRaster: true } && IsOfRun(path) ? ReportPicture.Small(path) : null;

    /// <summary>Returns the whole graph as a data URI, or null if a page cannot show it.</summary>
    internal string? DataUri(string path) => FormatOf(path) is { IsImage: true } format && IsOfRun(path)
        ? $"data:{format.MediaType};base64,{Convert.ToBase64String(File.ReadAllBytes(path))}"
        : null;

    private bool IsOfRun(string path)
    {
        var file = new FileInfo(path);
        return file is { Exists: true, Length: > 0 }
            && (folder is null || (file.LinkTarget is null
                && string.Equals(file.DirectoryName, Path.TrimEndingDirectorySeparator(folder), StringComparison.Ordinal)));
    }

    private OutputFormatInfo? FormatOf(string path) =>
        formats.FirstOrDefault(f => f.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));
}
