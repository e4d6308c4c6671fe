using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Output;

/// <summary>
/// Tells of a file in the output folder whether it may be somebody's measurement, which nothing brings back: where samples come from this
/// folder or one below it, one that can be read as a spectrum and is not known to be an output.
/// </summary>
/// <param name="folder">Full path of the output folder.</param>
/// <param name="isProduct">True for what a run manifest names as an output.</param>
internal sealed class RawFiles(string folder, Func<string, bool> isProduct)
{
    private static readonly HashSet<string> s_extensions = SpectrumFormats.All.SelectMany(f => f.Extensions).ToHashSet(StringComparer.OrdinalIgnoreCase);

    private readonly string _folder = Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;

    /// <summary>True where the file may be one.</summary>
    /// <param name="path">Full path of the file; it is directly in the output folder.</param>
    /// <param name="samplePath">Full path of the sample whose output asks for the name.</param>
    internal bool MayHold(string path, string samplePath) =>
        s_extensions.Contains(Path.GetExtension(path))
        && samplePath.StartsWith(_folder, StringComparison.OrdinalIgnoreCase)
        && File.Exists(path)
        && !isProduct(path)
        && !IsMadeFrom(path, samplePath);

    // what is exported on its own stands in no manifest, but says itself what it is
    private static bool IsMadeFrom(string path, string samplePath)
    {
        try
        {
            return NormalizedCsv.IsOf(path, samplePath) || JcampWriter.IsWrittenBy(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // what cannot be looked at is left alone
            return false;
        }
    }
}
