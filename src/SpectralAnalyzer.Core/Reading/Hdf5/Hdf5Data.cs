using System.IO.Compression;
using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Reading.Hdf5;

/// <summary>Reads the numbers of a dataset: in one piece, or in chunks that may be packed.</summary>
internal sealed class Hdf5Data(Hdf5Bytes file, CancellationToken cancellationToken)
{
    private const long MostValues = 8L << 20;
    private const int Deepest = 16;
    private long _values;

    /// <summary>Reads all numbers; null where the layout or a filter is not read, which <paramref name="why"/> names.</summary>
    internal double[]? Read(List<Hdf5Message> messages, Hdf5Type type, long[] sizes, out string? why)
    {
        why = null;
        var count = sizes.Aggregate(1.0, (all, one) => all * one);
        if (count + _values > MostValues)
            throw BoundedBytes.TooLarge(Hdf5Bytes.Format, Invariant($"an array of {count} values"));
        _values += (long)count;
        var layout = messages.Find(message => message.Type == 0x08);
        if (layout.Length == 0 || layout.IsShared || type.Number is not { } number || count == 0)
            return null;
        var (at, bytes) = (layout.At, file.File);
        var version = bytes.U8(at);
        if (version is < 3 or > 4)
        {
            why = Invariant($"layout version {version}");
            return null;
        }

        var reader = new ByteReader(file.Bytes, Hdf5Bytes.Format, type.IsBigEndian);
        switch (bytes.U8(at + 1))
        {
            case 0:
                return reader.Values(at + 4, (int)count, number);
            case 1:
                var data = file.Address(at + 2);
                if (data < 0)
                    why = "no data";
                return data < 0 || messages.Exists(message => message.Type == 0x07)
                    ? null : reader.Values(file.Base + data, (int)count, number);
            case 2 when version == 3:
                return Chunked(at, messages, type, number, sizes, out why);
            default:
                why = "chunks with an index of HDF5 1.10 or later, or virtual data";
                return null;
        }
    }

    private double[]? Chunked(
        long at, List<Hdf5Message> messages, Hdf5Type type, NumberType number, long[] sizes, out string? why)
    {
        why = null;
        int rank = file.File.U8(at + 2) - 1;
        if (rank != sizes.Length)
            throw BoundedBytes.Damaged(Hdf5Bytes.Format, "its chunks have other dimensions than the array.");
        var root = file.Address(at + 3);
        var chunk = Enumerable.Range(0, rank).Select(i => (long)file.File.U32(at + 3 + file.OffsetSize + (4 * i))).ToArray();
        var size = chunk.Aggregate((double)type.Size, (all, one) => all * one);
        if (size is < 1 or > MostValues)
            throw BoundedBytes.TooLarge(Hdf5Bytes.Format, Invariant($"a chunk of {size} bytes"));
        var filters = Filters(messages);
        if (filters.Find(id => id is not (1 or 2 or 3)) is not 0 and var unknown)
        {
            why = Invariant($"filter {unknown}");
            return null;
        }

        // a chunk that is not there holds no values
        var values = new double[sizes.Aggregate(1L, (all, one) => all * one)];
        Array.Fill(values, double.NaN);
        if (root >= 0)
            ReadNode(file.Base + root, int.MaxValue, new Grid(sizes, chunk, (int)size, filters, type, number, values));
        return values;
    }

    private List<int> Filters(List<Hdf5Message> messages)
    {
        var filters = new List<int>();
        if (messages.Find(message => message.Type == 0x0B) is not { Length: > 0 } message)
            return filters;
        var bytes = file.File;
        var version = bytes.U8(message.At);
        var count = bytes.U8(message.At + 1);
        var at = message.At + (version == 1 ? 8 : 2);
        for (var i = 0; i < count; i++)
        {
            int id = bytes.U16(at), name = 0;
            var hasName = version == 1 || id >= 256;
            if (hasName)
                name = bytes.U16(at + 2);
            var head = hasName ? 8 : 6;
            int parameters = bytes.U16(at + head - 2);
            var padded = version == 1 ? (name + 7) & ~7 : name;
            at += head + padded + (4 * (version == 1 ? (parameters + 1) & ~1 : parameters));
            filters.Add(id);
        }

        return filters;
    }

    private void ReadNode(long at, int above, Grid grid)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var bytes = file.File;
        int level = bytes.U8(at + 5), entries = bytes.U16(at + 6);
        if (!file.Is(at, "TREE"u8) || bytes.U8(at + 4) != 1 || level >= above || level > Deepest)
            throw BoundedBytes.Damaged(Hdf5Bytes.Format, Invariant($"there is no index of chunks at byte {at}."));
        var key = 8 + (8 * (grid.Sizes.Length + 1));
        var place = at + 8 + (2 * file.OffsetSize);
        for (var i = 0; i < entries; i++, place += key + file.OffsetSize)
        {
            var child = file.Base + file.Address(place + key);
            if (level > 0)
            {
                ReadNode(child, level, grid);
                continue;
            }

            var offsets = Enumerable.Range(0, grid.Sizes.Length).Select(d => bytes.I64(place + 8 + (8 * d))).ToArray();
            Place(Unpack(file.File.Slice(child, bytes.U32(place)), bytes.U32(place + 4), grid), offsets, grid);
        }
    }

    private ReadOnlyMemory<byte> Unpack(ReadOnlyMemory<byte> packed, uint mask, Grid grid)
    {
        for (var i = grid.Filters.Count - 1; i >= 0; i--)
        {
            if ((mask >> i & 1) != 0)
                continue;
            packed = grid.Filters[i] switch
            {
                1 => Inflate(packed, grid.Bytes),
                2 => Unshuffle(packed, grid.Type.Size),
                _ => packed[..Math.Max(0, packed.Length - 4)],
            };
        }

        return packed.Length == grid.Bytes ? packed
            : throw BoundedBytes.Damaged(Hdf5Bytes.Format, Invariant($"a chunk has {packed.Length} bytes for {grid.Bytes}."));
    }

    private ReadOnlyMemory<byte> Inflate(ReadOnlyMemory<byte> packed, int expected)
    {
        try
        {
            using var stream = new ZLibStream(SourceStream.Open(packed), CompressionMode.Decompress);
            return BoundedBytes.ReadAll(stream, expected + 8, expected, cancellationToken)
                ?? throw BoundedBytes.Damaged(Hdf5Bytes.Format, "a chunk unpacks to more than it states.");
        }
        catch (InvalidDataException e)
        {
            throw BoundedBytes.Damaged(Hdf5Bytes.Format, e.Message, e);
        }
    }

    private static ReadOnlyMemory<byte> Unshuffle(ReadOnlyMemory<byte> shuffled, int size)
    {
        var from = shuffled.Span;
        var to = new byte[from.Length];
        var count = from.Length / Math.Max(1, size);
        for (var b = 0; b < size; b++)
        {
            for (var i = 0; i < count; i++)
                to[(i * size) + b] = from[(b * count) + i];
        }

        return to;
    }

    /// <summary>Puts the values of a chunk where they belong; what lies beyond the array is left out.</summary>
    private static void Place(ReadOnlyMemory<byte> bytes, long[] offsets, Grid grid)
    {
        var values = new ByteReader(bytes, Hdf5Bytes.Format, grid.Type.IsBigEndian).Values(
            0, bytes.Length / grid.Type.Size, grid.Number);
        for (var i = 0; i < values.Length; i++)
        {
            long rest = i, at = 0, step = 1;
            var isWithin = true;
            for (var d = grid.Sizes.Length - 1; d >= 0; d--)
            {
                var index = offsets[d] + (rest % grid.Chunk[d]);
                rest /= grid.Chunk[d];
                isWithin &= index >= 0 && index < grid.Sizes[d];
                at += index * step;
                step *= grid.Sizes[d];
            }

            if (isWithin)
                grid.Values[at] = values[i];
        }
    }

    private sealed record Grid(
        long[] Sizes, long[] Chunk, int Bytes, List<int> Filters, Hdf5Type Type, NumberType Number, double[] Values);
}
