using System.Buffers;

namespace SpectralAnalyzer.Core.Reading.KnownBinary;

/// <summary>What the bytes of a kind of file look like, and what a user can do with it.</summary>
/// <param name="Name">The format's name.</param>
/// <param name="Advice">What to do, in one sentence.</param>
/// <param name="At">Where the signature is.</param>
/// <param name="Magic">The signature.</param>
/// <param name="Extensions">The extensions that it is known by, in lower case; none where the bytes are enough.</param>
internal sealed record BinarySignature(string Name, string Advice, int At, byte[] Magic, params string[] Extensions)
{
    private const int Head = 512;
    private const int LongestWord = 8;

    // all but control bytes
    private static readonly SearchValues<byte> s_text = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(b => (byte)b).Where(b => b is >= 0x20 and not 0x7F or 9 or 10 or 12 or 13)]);

    /// <summary>True where a file has the signature and, where there are any, one of the extensions.</summary>
    public bool Fits(SpectralSource source)
    {
        var bytes = source.Bytes.Span;
        return bytes.Length >= At + Magic.Length && bytes.Slice(At, Magic.Length).SequenceEqual(Magic)
            && (Extensions.Length == 0 || Extensions.Contains(source.Extension))
            && (!IsAWord || bytes[..Math.Min(bytes.Length, Head)].IndexOfAnyExcept(s_text) >= 0);
    }

    /// <summary>True for a signature that a table may begin with as well: <c>ASD</c>, <c>LabSpec</c>.</summary>
    private bool IsAWord => Magic.Length <= LongestWord
        && Magic.All(b => char.IsAsciiLetterOrDigit((char)b) || b is (byte)'_' or (byte)'.');
}
