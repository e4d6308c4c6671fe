using System.Buffers.Binary;
using System.Security.Cryptography;

namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// The layout of a library file; all numbers are little-endian. First the prelude, 88 bytes: magic, version, numbers of points
/// and of spectra, floats of a row, place and length of the tail, lengths of its text and header, SHA-256 of the rest of the
/// prelude and of the tail. From byte 4096 on the rows, each of float32 and padded to 64 bytes. Then the tail: the grid as
/// float64, a record for each spectrum, their texts as JSON, an XXH3 checksum of each block of rows, and the header as JSON.
/// </summary>
internal readonly record struct LibraryFormat
{
    internal const int Version = 1;
    internal const int RowsOffset = 4096;
    internal const int RowsOfBlock = 1024;
    internal const int PreludeLength = HashOffset + SHA256.HashSizeInBytes;
    internal const string Extension = ".speclib";

    private const int HashOffset = 56;
    private const int FloatsOfLine = 16;
    private const int MostPoints = 1 << 24;

    internal int Points { get; init; }

    internal int Count { get; init; }

    internal long TailOffset { get; init; }

    internal long TailLength { get; init; }

    internal long TextLength { get; init; }

    internal int HeaderLength { get; init; }

    /// <summary>Gets the floats of a row, with its padding.</summary>
    internal int Stride => (Points + FloatsOfLine - 1) / FloatsOfLine * FloatsOfLine;

    internal int BlockCount => (Count + RowsOfBlock - 1) / RowsOfBlock;

    internal long RowsLength => (long)Count * Stride * sizeof(float);

    internal long FileLength => TailOffset + TailLength;

    private static ReadOnlySpan<byte> Magic => "SPECLIB\x1A"u8;

    /// <summary>Writes the prelude.</summary>
    internal byte[] Write(ReadOnlySpan<byte> tail)
    {
        var bytes = new byte[PreludeLength];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Version);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(12), Points);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(16), Stride);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(20), Count);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(24), TailOffset);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(32), TailLength);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(40), TextLength);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(48), HeaderLength);
        Hash(bytes, tail).CopyTo(bytes, HashOffset);
        return bytes;
    }

    /// <summary>Reads a prelude.</summary>
    /// <exception cref="SpectralException">It is no library, of a newer version, or damaged.</exception>
    internal static LibraryFormat Read(string path, ReadOnlySpan<byte> bytes, long fileLength)
    {
        if (bytes.Length < Magic.Length || !bytes.StartsWith(Magic))
            throw LibraryErrors.NotALibrary(path);
        if (bytes.Length < PreludeLength)
            throw LibraryErrors.Damaged(path, "it ends within its first bytes.");
        var version = BinaryPrimitives.ReadInt32LittleEndian(bytes[8..]);
        if (version > Version)
            throw LibraryErrors.Newer(path, version);
        var format = new LibraryFormat
        {
            Points = BinaryPrimitives.ReadInt32LittleEndian(bytes[12..]),
            Count = BinaryPrimitives.ReadInt32LittleEndian(bytes[20..]),
            TailOffset = BinaryPrimitives.ReadInt64LittleEndian(bytes[24..]),
            TailLength = BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
            TextLength = BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]),
            HeaderLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[48..]),
        };
        if (version < 1 || format.Points is < 1 or > MostPoints || format.Count < 1
            || BinaryPrimitives.ReadInt32LittleEndian(bytes[16..]) != format.Stride
            || format.TailOffset != RowsOffset + format.RowsLength
            || format.TextLength < 0 || format.HeaderLength < 0 || format.TailLength > int.MaxValue
            || format.TailLength != format.HeaderOffset + format.HeaderLength)
            throw LibraryErrors.Damaged(path, "its first bytes contradict each other.");
        if (fileLength != format.FileLength)
        {
            throw LibraryErrors.Damaged(
                path, FormattableString.Invariant($"it has {fileLength} bytes, and {format.FileLength} were written."));
        }

        return format;
    }

    /// <summary>Gets the place of the records in the tail.</summary>
    internal long RecordsOffset => (long)Points * sizeof(double);

    /// <summary>Gets the place of the texts in the tail.</summary>
    internal long TextOffset => RecordsOffset + ((long)Count * LibraryRecord.Length);

    /// <summary>Gets the place of the checksums in the tail.</summary>
    internal long ChecksumsOffset => TextOffset + TextLength;

    /// <summary>Gets the place of the header in the tail.</summary>
    internal long HeaderOffset => ChecksumsOffset + ((long)BlockCount * sizeof(ulong));

    /// <summary>Checks the hash of prelude and tail.</summary>
    /// <returns>The hash in hexadecimal digits.</returns>
    /// <exception cref="SpectralException">It does not hold.</exception>
    internal static string Check(string path, ReadOnlySpan<byte> prelude, ReadOnlySpan<byte> tail)
    {
        var hash = Hash(prelude, tail);
        return prelude.Slice(HashOffset, hash.Length).SequenceEqual(hash)
            ? Convert.ToHexStringLower(hash)
            : throw LibraryErrors.Damaged(path, "the hash of its names and properties does not hold.");
    }

    private static byte[] Hash(ReadOnlySpan<byte> prelude, ReadOnlySpan<byte> tail)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(prelude[..HashOffset]);
        hash.AppendData(tail);
        return hash.GetHashAndReset();
    }
}
