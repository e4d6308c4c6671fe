namespace SpectralAnalyzer;

/// <summary>A file as it was at one moment: enough to tell later whether it is still the same.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Length">Its size in bytes.</param>
/// <param name="LastWriteTimeUtc">When it was last written to.</param>
/// <param name="Sha256">The SHA-256 of its bytes, in hexadecimal digits.</param>
public sealed record SpectralFileStamp(string Path, long Length, DateTime LastWriteTimeUtc, string Sha256)
{
    /// <summary>Of an input: when it was begun to be read, in UTC; else null.</summary>
    public DateTime? ReadUtc { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{System.IO.Path.GetFileName(Path)}, {Length} bytes, {Sha256}");
}
