using System.Security.Cryptography;
using SpectralAnalyzer.Core.Reading;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>A file whose layout is still open, with all that is needed to ask about it. It holds a bounded excerpt, not the file.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Sha256">The hash of its bytes as they were read (<see cref="ComputeHash"/>).</param>
/// <param name="Reading">What the user states about it.</param>
/// <param name="Before">What was read without asking.</param>
/// <param name="Fingerprint">The fingerprint of its layout.</param>
/// <param name="Excerpt">The lines that an AI is shown.</param>
internal sealed record UnresolvedLayout(
    string Path, string Sha256, ReadOptions Reading, SpectralFileContent Before, string Fingerprint, LayoutExcerpt Excerpt)
{
    /// <summary>The hash of a file's bytes, in hexadecimal digits.</summary>
    internal static string ComputeHash(SpectralSource source) => Convert.ToHexStringLower(SHA256.HashData(source.Bytes.Span));

    /// <summary>Reads the file again, which was let go while it was asked about.</summary>
    /// <exception cref="SpectralException">It is not what it was (<c>FileChanging</c>).</exception>
    internal SpectralSource Load()
    {
        var source = SpectralSource.Load(Path, Reading.MaxFileBytes);
        return ComputeHash(source) == Sha256 ? source : throw new SpectralException(
            "FileChanging",
            SpectralErrorCategory.Busy,
            "The file changed while its layout was asked about.",
            "It is still being written: try again when that is done.");
    }
}
