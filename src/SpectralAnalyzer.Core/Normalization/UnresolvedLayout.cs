using System.Security.Cryptography;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>A file whose layout needs an AI request. It holds a bounded excerpt, not the file.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Sha256">The hash of its bytes as they were read.</param>
/// <param name="Reading">What the user states about the file.</param>
/// <param name="Detected">The content as it was detected.</param>
/// <param name="Fingerprint">The fingerprint of its layout.</param>
/// <param name="Excerpt">The lines that are sent to the AI.</param>
internal sealed record UnresolvedLayout(
    string Path, string Sha256, ReadOptions Reading, SpectralFileContent Detected, string Fingerprint, LayoutExcerpt Excerpt)
{
    /// <summary>Returns the hash of a file's bytes in hexadecimal digits.</summary>
    internal static string ComputeHash(SpectralSource source) => Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span));

    /// <summary>Reads the file again, whose bytes were released while the request was under way.</summary>
    /// <exception cref="SpectralException">The file has changed (<c>FileChanging</c>).</exception>
    internal SpectralSource Load()
    {
        var source = SpectralSource.Load(Path, Reading.MaxFileBytes);
        return ComputeHash(source) == Sha256 ? source : throw new SpectralException(
            SpectralErrorIds.FileChanging,
            SpectralErrorCategory.Busy,
            "The file changed while the AI was asked about its layout.",
            "It is still being written. Try again when that is done.");
    }
}
