namespace SpectralAnalyzer.Core.Reading.KnownBinary;

/// <summary>What the bytes of a kind of file look like, and what a user can do with it.</summary>
/// <param name="Name">The format's name.</param>
/// <param name="Advice">What to do, in one sentence.</param>
/// <param name="At">Where the signature is.</param>
/// <param name="Magic">The signature.</param>
/// <param name="Extensions">The extensions that it is known by, in lower case; none where the bytes are enough.</param>
internal sealed record BinarySignature(string Name, string Advice, int At, byte[] Magic, params string[] Extensions)
{
    /// <summary>True where a file has the signature and, where there are any, one of the extensions.</summary>
    public bool Fits(SpectralSource source)
    {
        var bytes = source.Bytes.Span;
        return bytes.Length >= At + Magic.Length && bytes.Slice(At, Magic.Length).SequenceEqual(Magic)
            && (Extensions.Length == 0 || Extensions.Contains(source.Extension));
    }
}
