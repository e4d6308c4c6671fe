namespace SpectralAnalyzer.Core.Runs;

/// <summary>A line of a manifest as it stands there.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Offset">Where it begins.</param>
/// <param name="Bytes">Its bytes without their end; valid until the next line is asked for.</param>
/// <param name="IsEnded">False for a last line that has no end: it is torn, or being written.</param>
internal readonly record struct RawManifestLine(int Number, long Offset, ReadOnlyMemory<byte> Bytes, bool IsEnded);

/// <summary>
/// Reads the lines of a manifest. The file is opened for a piece at a time and never held, however slowly the lines are
/// taken: on Unix even a reader's handle is a lock to others.
/// </summary>
internal static class ManifestLineReader
{
    private const int PieceSize = 1 << 20;

    /// <summary>The lines from a place on.</summary>
    /// <param name="path">The manifest.</param>
    /// <param name="from">Where to begin: the start of a line.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
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

    /// <summary>The bytes of a line whose place is known; null where the manifest does not reach so far.</summary>
    internal static byte[]? ReadAt(string path, long offset, int length)
    {
        var bytes = new byte[length];
        return ReadPiece(path, bytes, offset) == length ? bytes : null;
    }

    private static int ReadPiece(string path, Span<byte> buffer, long offset)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return RandomAccess.Read(file, buffer, offset);
    }
}
