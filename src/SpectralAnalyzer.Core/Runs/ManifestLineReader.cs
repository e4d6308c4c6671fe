namespace SpectralAnalyzer.Core.Runs;

/// <summary>A line of a manifest before it is parsed.</summary>
/// <param name="Number">The number of the line, from 1.</param>
/// <param name="Offset">The offset at which it begins.</param>
/// <param name="Bytes">Its bytes without the line break; valid until the next line is read.</param>
/// <param name="IsEnded">False for a last line without a line break, which is torn or being written.</param>
internal readonly record struct RawManifestLine(int Number, long Offset, ReadOnlyMemory<byte> Bytes, bool IsEnded);

/// <summary>
/// Reads the lines of a manifest. The file is opened for one piece at a time, however slowly the lines are consumed, because on
/// Unix even an open reader locks others out.
/// </summary>
internal static class ManifestLineReader
{
    private const int PieceSize = 1 << 20;
    private const int MaxLine = 1 << 28;

    /// <summary>Reads the lines from an offset on.</summary>
    /// <param name="path">The manifest.</param>
    /// <param name="from">The offset of the first line.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal static IEnumerable<RawManifestLine> Read(string path, long from, CancellationToken cancellationToken)
    {
        var buffer = new byte[PieceSize];
        var held = 0;
        var number = 0;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (held == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
            var read = ReadPiece(path, buffer.AsSpan(held), from + held);
            var filled = held + read;
            var start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is >= 0 and var length)
            {
                number++;
                if (length > 0)
                    yield return new RawManifestLine(number, from + start, buffer.AsMemory(start, length), IsEnded: true);
                start += length + 1;
            }

            held = filled - start;
            from += start;
            if (read == 0)
            {
                if (held > 0)
                    yield return new RawManifestLine(number + 1, from, buffer.AsMemory(start, held), IsEnded: false);
                yield break;
            }

            buffer.AsSpan(start, held).CopyTo(buffer);
        }
    }

    /// <summary>Reads a line at a known position; returns null if the manifest is shorter.</summary>
    internal static byte[]? ReadAt(string path, long offset, int length)
    {
        if (offset < 0 || length is <= 0 or > MaxLine)
            return null;
        var bytes = new byte[length];
        return ReadPiece(path, bytes, offset) == length ? bytes : null;
    }

    private static int ReadPiece(string path, Span<byte> buffer, long offset)
    {
        if (RegularFile.LengthOf(path) <= offset)
            return 0;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return RandomAccess.Read(file, buffer, offset);
    }
}
