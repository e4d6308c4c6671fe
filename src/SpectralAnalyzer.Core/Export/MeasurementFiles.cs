using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Export;

/// <summary>
/// Recognizes measurements in the output folder, which no output may replace. If the samples come from this folder or one below
/// it, a measurement is any file that can be read as a spectrum and is not known to be an output.
/// </summary>
/// <param name="folder">Full path of the output folder.</param>
/// <param name="isOutput">Returns whether a run manifest names a path as an output.</param>
internal sealed class MeasurementFiles(string folder, Func<string, bool> isOutput)
{
    private readonly string _folder = Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;

    /// <summary>Returns whether a file may be a measurement.</summary>
    /// <param name="path">Full path of the file; it is directly in the output folder.</param>
    /// <param name="sample">Full path of the sample whose output asks for the name.</param>
    internal bool MayContain(string path, string sample) =>
        SpectrumFormats.Extensions.Contains(Path.GetExtension(path))
        && sample.StartsWith(_folder, StringComparison.OrdinalIgnoreCase)
        && File.Exists(path)
        && !isOutput(path)
        && !IsExported(path, sample);

    // no manifest names what is exported on its own, but the file states what it is
    private static bool IsExported(string path, string sample)
    {
        try
        {
            return OutputFormats.All.Any(f => f.IsWrittenFrom(path, sample));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // a file that cannot be read is not replaced
            return false;
        }
    }
}
