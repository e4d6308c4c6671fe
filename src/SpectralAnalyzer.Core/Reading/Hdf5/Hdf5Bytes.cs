using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Reading.Hdf5;

/// <summary>The bytes of an HDF5 file: addresses, object headers, attributes and heaps, each held against the file.</summary>
/// <remarks>After "HDF5 File Format Specification Version 3.0" (The HDF Group).</remarks>
internal sealed class Hdf5Bytes
{
    internal const string Format = "HDF5";
    private const int MostMessages = 20_000;
    private const int MostTexts = 64;
    private readonly ByteReader _file;
    private readonly int _offset;
    private readonly int _length;
    private int _messages;

    internal Hdf5Bytes(ReadOnlyMemory<byte> bytes, long superblock)
    {
        _file = new ByteReader(bytes, Format);
        Bytes = bytes;
        var version = _file.U8(superblock + 8);
        if (version > 3)
            throw NotRead(Invariant($"its superblock has version {version}."));
        (_offset, _length) = version < 2 ? (_file.U8(superblock + 13), _file.U8(superblock + 14))
            : (_file.U8(superblock + 9), _file.U8(superblock + 10));
        if (_offset is not (4 or 8) || _length is not (4 or 8))
            throw BoundedBytes.Damaged(Format, "its addresses have no possible size.");
        var at = superblock + version switch { 0 => 24, 1 => 28, _ => 12 };
        Base = Address(at);
        var end = Address(at + (2 * _offset));
        if (Base < 0 || end < 0 || Base + end > bytes.Length)
            throw BoundedBytes.Damaged(Format, Invariant($"it states {end} bytes and has {bytes.Length}."));
        Root = Base + (version < 2 ? Address(at + (5 * _offset)) : Address(at + (3 * _offset)));
    }

    internal ReadOnlyMemory<byte> Bytes { get; }

    internal ByteReader File => _file;

    internal long Base { get; }

    /// <summary>Gets where the header of the root group stands.</summary>
    internal long Root { get; }

    internal int OffsetSize => _offset;

    internal int LengthSize => _length;

    internal static SpectralException NotRead(string why) => new(
        SpectralErrorIds.UnsupportedContent, SpectralErrorCategory.Unsupported, $"The HDF5 file is not read: {why}",
        "Write the spectra as CSV, or rewrite the file with h5repack.");

    /// <summary>Returns an address as it is stored; −1 where none is.</summary>
    internal long Address(long at)
    {
        if (_offset == 4)
            return _file.U32(at) is var small && small == uint.MaxValue ? -1 : small;
        return _file.I64(at);
    }

    internal long Size(long at) => _length == 4 ? _file.U32(at) : _file.I64(at);

    /// <summary>Reads a number of a stated width.</summary>
    internal long Unsigned(long at, int width) => width switch
    {
        1 => _file.U8(at),
        2 => _file.U16(at),
        4 => _file.U32(at),
        _ => _file.I64(at),
    };

    internal bool Is(long at, ReadOnlySpan<byte> signature) => _file.Span(at, 4).SequenceEqual(signature);

    /// <summary>Reads the messages of an object header.</summary>
    internal List<Hdf5Message> Messages(long at)
    {
        var messages = new List<Hdf5Message>();
        var parts = new Queue<(long At, long Length)>();
        var isNew = Is(at, "OHDR"u8);
        var hasOrder = false;
        if (isNew)
        {
            var flags = _file.U8(at + 5);
            hasOrder = (flags & 4) != 0;
            var from = at + 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
            var width = 1 << (flags & 3);
            parts.Enqueue((from + width, Unsigned(from, width)));
        }
        else
        {
            if (_file.U8(at) != 1)
                throw BoundedBytes.Damaged(Format, Invariant($"there is no object header at byte {at}."));
            parts.Enqueue((at + 16, _file.U32(at + 8)));
        }

        while (parts.TryDequeue(out var part))
        {
            _ = _file.Span(part.At, part.Length);
            var head = isNew ? hasOrder ? 6 : 4 : 8;
            for (var place = part.At; place + head <= part.At + part.Length;)
            {
                if (++_messages > MostMessages)
                    throw BoundedBytes.Damaged(Format, "it has too many messages.");
                var type = isNew ? _file.U8(place) : _file.U16(place);
                var length = _file.U16(place + (isNew ? 1 : 2));
                var flags = _file.U8(place + (isNew ? 3 : 4));
                var data = place + head;
                _ = _file.Span(data, length);
                if (type == 0x10)
                {
                    var next = Base + Address(data);
                    var size = Size(data + _offset);
                    parts.Enqueue(isNew ? (next + 4, size - 8) : (next, size));
                }
                else
                {
                    messages.Add(new Hdf5Message(type, data, length, (flags & 2) != 0));
                }

                place = data + length;
            }
        }

        return messages;
    }

    internal long[] Dimensions(long at)
    {
        int rank = _file.U8(at + 1), from = _file.U8(at) == 1 ? 8 : 4;
        if (rank > 32)
            throw BoundedBytes.Damaged(Format, Invariant($"an array has {rank} dimensions."));
        var sizes = new long[rank];
        for (var i = 0; i < rank; i++)
        {
            sizes[i] = Size(at + from + ((long)i * _length));
            if (sizes[i] < 0)
                throw BoundedBytes.Damaged(Format, "an array has a negative size.");
        }

        return sizes;
    }

    internal Hdf5Type Type(long at)
    {
        int kind = _file.U8(at) & 0xF, bits = _file.U8(at + 1);
        return new Hdf5Type(
            kind, _file.I32(at + 4), (bits & 1) != 0, (bits & 8) != 0,
            kind == 9 && (bits & 0xF) == 1);
    }

    /// <summary>Reads the attributes that are texts or single numbers; several texts are joined by line feeds.</summary>
    internal Dictionary<string, string> Attributes(List<Hdf5Message> messages)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in messages.Where(message => message is { Type: 0x0C, IsShared: false }))
        {
            var at = message.At;
            var version = _file.U8(at);
            if (version is < 1 or > 3 || (version > 1 && _file.U8(at + 1) != 0))
                continue;
            int name = _file.U16(at + 2), type = _file.U16(at + 4), space = _file.U16(at + 6);
            var nameAt = at + (version == 3 ? 9 : 8);
            var typeAt = nameAt + Padded(name, version);
            var spaceAt = typeAt + Padded(type, version);
            if (TextOf(Type(typeAt), Dimensions(spaceAt), spaceAt + Padded(space, version)) is { } text)
                attributes[_file.Text(nameAt, name, Encoding.UTF8)] = text;
        }

        return attributes;
    }

    private static long Padded(int length, int version) => version == 1 ? (length + 7) & ~7 : length;

    private string? TextOf(Hdf5Type type, long[] sizes, long at)
    {
        var count = sizes.Aggregate(1.0, (all, one) => all * one);
        if (count is < 1 or > MostTexts)
            return null;
        if (type.Class == 3)
            return string.Join('\n', Enumerable.Range(0, (int)count).Select(i => _file.Text(
                at + ((long)i * type.Size), type.Size, Encoding.UTF8)));
        if (type.IsText)
            return string.Join('\n', Enumerable.Range(0, (int)count).Select(i => HeapText(at + ((long)i * (8 + _offset)))));
        return count == 1 && type.Number is { } number
            ? new ByteReader(Bytes, Format, type.IsBigEndian).Values(at, 1, number)[0]
                .ToString("R", CultureInfo.InvariantCulture)
            : null;
    }

    private string HeapText(long at)
    {
        long length = _file.U32(at), heap = Address(at + 4), index = _file.U32(at + 4 + _offset);
        if (length == 0 || heap <= 0)
            return "";
        heap += Base;
        if (!Is(heap, "GCOL"u8))
            throw BoundedBytes.Damaged(Format, Invariant($"there is no heap at byte {heap}."));
        var end = heap + Size(heap + 8);
        for (var place = heap + 8 + _length; place + 8 + _length <= end;)
        {
            var size = Size(place + 8);
            if (_file.U16(place) == index)
                return Encoding.UTF8.GetString(_file.Span(place + 8 + _length, Math.Min(length, size))).TrimEnd('\0');
            if (size <= 0)
                break;
            place += 8 + _length + ((size + 7) & ~7L);
        }

        return "";
    }
}
