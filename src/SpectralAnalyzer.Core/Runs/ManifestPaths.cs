namespace SpectralAnalyzer.Core.Runs;

/// <summary>
/// Converts between full paths and the paths in a manifest, which are file names for files in the manifest's folder, so that
/// the folder can be moved.
/// </summary>
internal sealed class ManifestPaths(string folder)
{
    private readonly string _trimmed = folder.TrimEnd(Path.DirectorySeparatorChar);

    internal string ToFull(string path) => Path.Combine(folder, path);

    internal SpectralFileStamp ToFull(SpectralFileStamp stamp) => stamp with { Path = ToFull(stamp.Path) };

    internal SpectralResult ToFull(SpectralResult result) => Convert(result, ToFull);

    internal string ToStored(string path) =>
        string.Equals(Path.GetDirectoryName(path), _trimmed, StringComparison.Ordinal) ? Path.GetFileName(path) : path;

    internal SpectralFileStamp ToStored(SpectralFileStamp stamp) => stamp with { Path = ToStored(stamp.Path) };

    internal SpectralResult ToStored(SpectralResult result) => Convert(result, ToStored);

    private static SpectralResult Convert(SpectralResult result, Func<string, string> convert) => result with
    {
        OutputPath = [.. result.OutputPath.Select(convert)],
        NormalizedCsvPath = result.NormalizedCsvPath is { } csv ? convert(csv) : null,
        ArchivePath = result.ArchivePath is { } archive ? convert(archive) : null,
        Outputs = [.. result.Outputs.Select(o => o with { Path = convert(o.Path) })],
    };
}
