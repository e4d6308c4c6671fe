namespace SpectralAnalyzer.Core.Reading.Archives;

/// <summary>Reads what a packed file unpacks to, up to a limit: a small file can state, or unpack to, any size.</summary>
internal static class BoundedBytes
{
    /// <summary>The most bytes that an archive may unpack to, all its members together.</summary>
    internal const long MostUnpacked = 256L << 20;

    private const int FirstBuffer = 1 << 20;

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="stream">The unpacking stream.</param>
    /// <param name="most">The most bytes that are read.</param>
    /// <param name="expected">The stated length, or 0; it is a hint only.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The bytes, or null if there are more.</returns>
    internal static ReadOnlyMemory<byte>? ReadAll(
        Stream stream, long most, long expected = 0, CancellationToken cancellationToken = default)
    {
        var buffer = new byte[Math.Clamp(Math.Min(expected + 1, most + 1), 1 << 12, FirstBuffer)];
        var length = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var read = stream.Read(buffer, length, Math.Min(FirstBuffer, buffer.Length - length));
            if (read == 0)
                return buffer.AsMemory(0, length);
            length += read;
            if (length > most)
                return null;
            if (length == buffer.Length)
                Array.Resize(ref buffer, (int)Math.Min(2L * length, most + 1));
        }
    }

    /// <summary>The exception for an archive that unpacks to more than is read.</summary>
    internal static SpectralException TooLarge(string format, string name) => new(
        SpectralErrorIds.FileTooLarge,
        SpectralErrorCategory.Resource,
        Invariant($"The {format} file is too large: with '{name}' it unpacks to more than {MostUnpacked >> 20} MB, ")
            + "which is the limit.",
        "Unpack it and read the files in it.");

    /// <summary>The exception for an archive that is damaged.</summary>
    internal static SpectralException Damaged(string format, string why, Exception? cause = null) => new(
        SpectralErrorIds.Truncated,
        SpectralErrorCategory.InvalidData,
        $"The {format} file is cut off or damaged: {why}",
        "Copy or export it again.",
        innerException: cause);
}
