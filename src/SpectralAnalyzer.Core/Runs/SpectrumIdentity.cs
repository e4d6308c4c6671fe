using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Output;
using SpectralAnalyzer.Core.Paths;

namespace SpectralAnalyzer.Core.Runs;

/// <summary>What makes a spectrum the same one for several runs: its file's bytes and place, and its place in the
/// file.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="RelativePath">The path below the named folder, which may be reached otherwise elsewhere; or null.</param>
/// <param name="SeriesIndex">The position of the spectrum in the file.</param>
/// <param name="InputSha256">The hash of the file.</param>
internal sealed record SpectrumIdentity(string Path, string? RelativePath, int SeriesIndex, string? InputSha256)
{
    /// <summary>The keys of the spectrum; two spectra are the same if they have one in common. Without the hash of the file,
    /// there are none.</summary>
    internal IReadOnlyList<ulong> Keys => field ??= InputSha256 is null ? []
        : RelativePath is null ? [Key(PathKeys.Fold(Path))]
        : [Key(PathKeys.Fold(Path)), Key(RelativePath.Replace('\\', '/').Normalize(NormalizationForm.FormC).ToUpperInvariant())];

    private ulong Key(string path) =>
        OutputNamer.Hash(string.Create(CultureInfo.InvariantCulture, $"{path}\n{SeriesIndex}\n{InputSha256}"));
}
