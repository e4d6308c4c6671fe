using System.Buffers;
using System.Globalization;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Bytes that are put together piece by piece, in memory that is used again.</summary>
internal sealed class AsciiBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 16);

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes so far; until the next is added.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Adds bytes.</summary>
    public AsciiBuffer Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <summary>Adds a whole number and a blank.</summary>
    public AsciiBuffer Add(int value)
    {
        var room = Room(12);
        var at = 0;
        if (value < 0)
        {
            room[at++] = (byte)'-';
            value = -value;
        }

        var end = at + (value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : value < 100_000 ? 5 : 10);
        var place = end;
        // the longest are rare enough to be written with zeros before them
        for (; place > at; value /= 10)
            room[--place] = (byte)('0' + (value % 10));
        room[end] = (byte)' ';
        Length += end + 1;
        return this;
    }

    /// <summary>Adds a number with up to four decimals and a blank.</summary>
    public AsciiBuffer Add(double value)
    {
        var room = Room(32);
        value.TryFormat(room, out var length, "0.####", CultureInfo.InvariantCulture);
        room[length] = (byte)' ';
        Length += length + 1;
        return this;
    }

    /// <summary>Adds the hexadecimal digits of a 16-bit number.</summary>
    public AsciiBuffer AddHex(ushort value)
    {
        value.TryFormat(Room(4), out var length, "X4", CultureInfo.InvariantCulture);
        Length += length;
        return this;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        Length = 0;
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private Span<byte> Room(int count)
    {
        if (_bytes.Length - Length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + count, _bytes.Length * 2));
            Bytes.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        return _bytes.AsSpan(Length);
    }
}
