using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// Writes the codes of a JPEG. The bits of one row of blocks are put together first, without a look at what they are; then the row is copied with
/// a zero behind each byte of ones, so that no marker appears within the pixels.
/// </summary>
internal sealed class JpegBits
{
    private byte[] _row = new byte[1 << 16];
    private byte[] _output = new byte[1 << 18];

    // the bits that are no whole byte yet, at the upper end
    private ulong _bits;
    private int _bitCount;
    private int _rowCount;

    /// <summary>What was written: whole bytes, up to the row at hand.</summary>
    public ReadOnlySpan<byte> Written => _output.AsSpan(0, Count);

    /// <summary>How many bytes that is.</summary>
    public int Count { get; private set; }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Count = 0;
        _rowCount = 0;
        _bits = 0;
        _bitCount = 0;
    }

    /// <summary>Adds whole bytes, between rows.</summary>
    public void Add(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        Count += bytes.Length;
    }

    /// <summary>Makes room for a row.</summary>
    /// <param name="blocks">Its blocks, of at most 64 codes of at most 27 bits each.</param>
    public void BeginRow(int blocks)
    {
        var needed = (blocks * 64 * 27 / 8) + 64;
        if (_row.Length < needed)
            _row = new byte[needed];
    }

    /// <summary>Adds bits.</summary>
    /// <param name="value">The bits; above them all is zero.</param>
    /// <param name="count">How many, at most 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(uint value, int count)
    {
        Put(_row, ref _bits, ref _bitCount, ref _rowCount, value, count);
    }

    /// <summary>Adds the codes of the coefficients of a block behind its first.</summary>
    /// <param name="coefficients">The coefficients.</param>
    /// <param name="order">Where each place of the zigzag stands among them.</param>
    /// <param name="places">A bit for each place of the zigzag that is not zero; the first is not looked at.</param>
    /// <param name="code">The code.</param>
    [MethodImpl(HotPath.Compiled)]
    public void WriteCoefficients(ReadOnlySpan<int> coefficients, ReadOnlySpan<byte> order, ulong places, JpegRunCode code)
    {
        // nearly all of the writer's time goes by here: the state is held in registers
        var row = _row;
        var (bits, bitCount, count) = (_bits, _bitCount, _rowCount);
        var last = 0;
        for (places &= ~1UL; places != 0; places &= places - 1)
        {
            var place = BitOperations.TrailingZeroCount(places);
            var zeros = place - last - 1;
            last = place;
            for (; zeros > 15; zeros -= 16)
                Put(row, ref bits, ref bitCount, ref count, code.SixteenZeros >> 5, (int)(code.SixteenZeros & 31));
            var entry = code.Of(zeros, coefficients[order[place]]);
            Put(row, ref bits, ref bitCount, ref count, entry >> 5, (int)(entry & 31));
        }

        if (last < 63)
            Put(row, ref bits, ref bitCount, ref count, code.End >> 5, (int)(code.End & 31));
        (_bits, _bitCount, _rowCount) = (bits, bitCount, count);
    }

    /// <summary>Adds bits that are all zero.</summary>
    public void WriteZeros(int count)
    {
        var all = _bitCount + count;
        BinaryPrimitives.WriteUInt64BigEndian(_row.AsSpan(_rowCount), _bits);
        if (all > 64)
            _row.AsSpan(_rowCount + 8, (all / 8) - 7).Clear();
        _rowCount += all / 8;
        _bits = all >= 8 ? 0 : _bits;
        _bitCount = all % 8;
    }

    /// <summary>Fills the last byte of a row with ones and adds the row to what was written.</summary>
    public void EndRow()
    {
        if (_bitCount > 0)
            Write((1u << (8 - _bitCount)) - 1, 8 - _bitCount);
        var rest = _row.AsSpan(0, _rowCount);
        var room = Room(2 * _rowCount);
        var made = 0;
        while (rest.IndexOf((byte)0xFF) is >= 0 and var at)
        {
            rest[..(at + 1)].CopyTo(room[made..]);
            made += at + 1;
            room[made++] = 0;
            rest = rest[(at + 1)..];
        }

        rest.CopyTo(room[made..]);
        Count += made + rest.Length;
        _rowCount = 0;
    }

    // the bits go to the end of those that wait; what is a whole byte then is written, and always eight bytes at a time
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(byte[] row, ref ulong bits, ref int bitCount, ref int count, uint value, int length)
    {
        bitCount += length;
        bits |= (ulong)value << (64 - bitCount);
        BinaryPrimitives.WriteUInt64BigEndian(row.AsSpan(count), bits);
        var whole = bitCount & ~7;
        count += whole >> 3;
        bits <<= whole;
        bitCount &= 7;
    }

    private Span<byte> Room(int bytes)
    {
        if (_output.Length < Count + bytes)
            Array.Resize(ref _output, Math.Max(Count + bytes, _output.Length * 2));
        return _output.AsSpan(Count);
    }
}
