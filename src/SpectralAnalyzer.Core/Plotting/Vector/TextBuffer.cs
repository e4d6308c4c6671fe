using System.Buffers;
using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Plotting.Vector;

/// <summary>Text in UTF-8 that is put together piece by piece, in memory that is used again.</summary>
internal sealed class TextBuffer : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1 << 16);

    /// <summary>How many there are.</summary>
    public int Length { get; private set; }

    /// <summary>The bytes so far; until the next is added.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Adds bytes.</summary>
    public TextBuffer Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Length += bytes.Length;
        return this;
    }

    /// <summary>Adds text.</summary>
    public TextBuffer Add(string text)
    {
        Length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));
        return this;
    }

    /// <summary>Adds text with numbers in it, whatever the culture.</summary>
    public TextBuffer Format(FormattableString text) => Add(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a whole number and a blank.</summary>
    public TextBuffer Add(int value)
    {
        var room = AddDigits(value);
        room[0] = (byte)' ';
        Length++;
        return this;
    }

    /// <summary>Adds hundredths as a number with no more decimals than it needs.</summary>
    public TextBuffer AddHundredths(int value)
    {
        if (value < 0)
        {
            Add("-"u8);
            value = -value;
        }

        var room = AddDigits(value / 100);
        var rest = value % 100;
        if (rest == 0)
            return this;
        room[0] = (byte)'.';
        room[1] = (byte)('0' + (rest / 10));
        room[2] = (byte)('0' + (rest % 10));
        Length += rest % 10 == 0 ? 2 : 3;
        return this;
    }

    /// <summary>Adds a number with up to four decimals and a blank.</summary>
    public TextBuffer Add(double value)
    {
        var room = Room(32);
        value.TryFormat(room, out var length, "0.####", CultureInfo.InvariantCulture);
        room[length] = (byte)' ';
        Length += length + 1;
        return this;
    }

    /// <summary>Adds the hexadecimal digits of a 16-bit number.</summary>
    public TextBuffer AddHex(ushort value)
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

    // answers the room behind the digits
    private Span<byte> AddDigits(int value)
    {
        var room = Room(16);
        var at = 0;
        if (value < 0)
        {
            room[at++] = (byte)'-';
            value = -value;
        }

        var end = at + (value < 10 ? 1 : value < 100 ? 2 : value < 1000 ? 3 : value < 10_000 ? 4 : value < 100_000 ? 5 : value < 1_000_000 ? 6 : value < 10_000_000 ? 7 : 10);
        // the longest are rare enough to be written with zeros before them
        for (var place = end; place > at; value /= 10)
            room[--place] = (byte)('0' + (value % 10));
        Length += end;
        return room[end..];
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
