namespace SpectralAnalyzer;

/// <summary>The state of a file at one moment, to determine later whether the file is unchanged.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Length">The size in bytes.</param>
/// <param name="LastWriteTimeUtc">When the file was last written.</param>
/// <param name="Sha256">The SHA-256 of the bytes in hexadecimal digits.</param>
public sealed record SpectralFileStamp(string Path, long Length, DateTime LastWriteTimeUtc, string Sha256)
{
    /// <summary>For an input, when reading began, in UTC; otherwise null.</summary>
    public DateTime? ReadUtc { get; init; }

    /// <summary>
    /// For a baseline that was a spectrum in memory, its number of points; otherwise null. The stamp is then not of a file: the
    /// hash is that of the numbers, the units and the names, <see cref="Length"/> is the size of the numbers, and
    /// <see cref="Path"/> names the file that the spectrum was read from, if there was one.
    /// </summary>
    public int? PointCount { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{System.IO.Path.GetFileName(Path)}, {(PointCount is { } points ? $"{points} points" : $"{Length} bytes")}, {Sha256}");
}
