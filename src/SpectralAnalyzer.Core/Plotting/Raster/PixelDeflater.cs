using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// Packs the pixels of a figure as PNG's zlib stream (RFC 1950, 1951). Each row is taken as its difference to the row
/// above, and the only repetition that is looked for is the last byte's: in a picture of lines on paper nearly all is
/// zeros. That finds what a general packer finds, without its search.
/// </summary>
internal sealed class PixelDeflater
{
    private const int LongestRun = 258;
    private const int ShortestRun = 4;
    private const int EndOfBlock = 256;
    private const int LongestToken = 285;
    private const byte FilterUp = 2;
    private const uint Base = 65521;
    private static readonly byte[] s_lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
    private static readonly (byte Symbol, byte Bits, byte Extra)[] s_runs = MakeRuns();

    private readonly int[] _counts = new int[286];
    private ushort[] _tokens = new ushort[1 << 16];
    private int _tokenCount;
    private byte[] _output = new byte[1 << 16];
    private int _outputCount;
    private ulong _bits;
    private int _bitCount;
    private ulong _sum1;
    private ulong _sum2;

    /// <summary>Packs the pixels; what is answered holds until the next call.</summary>
    /// <param name="pixels">A byte a pixel, row by row.</param>
    /// <param name="width">The pixels of a row.</param>
    public ReadOnlySpan<byte> Pack(ReadOnlySpan<byte> pixels, int width)
    {
        _tokenCount = 0;
        _outputCount = 0;
        _bits = 0;
        _bitCount = 0;
        (_sum1, _sum2) = (1, 0);
        Array.Clear(_counts);
        var above = (ReadOnlySpan<byte>)new byte[width];
        for (var start = 0; start < pixels.Length; start += width)
        {
            var row = pixels.Slice(start, width);
            AddLiteral(FilterUp);
            AddRow(row, above);
            above = row;
            _sum1 %= Base;
            _sum2 %= Base;
        }

        AddToken(EndOfBlock);
        WriteBlock();
        return _output.AsSpan(0, _outputCount);
    }

    private static (byte Symbol, byte Bits, byte Extra)[] MakeRuns()
    {
        var runs = new (byte, byte, byte)[LongestRun + 1];
        var length = 3;
        for (var symbol = 257; symbol < LongestToken; symbol++)
        {
            var bits = symbol < 265 ? 0 : (symbol - 261) / 4;
            for (var extra = 0; extra < 1 << bits && length < LongestRun; extra++)
                runs[length++] = ((byte)(symbol - 256), (byte)bits, (byte)extra);
        }

        runs[LongestRun] = (LongestToken - 256, 0, 0);
        return runs;
    }

    [MethodImpl(HotPath.Compiled)]
    private void AddRow(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        var x = 0;
        while (x < row.Length)
        {
            var difference = (byte)(row[x] - above[x]);
            var run = difference == 0
                ? Alike(row[x..], above[x..])
                : RunOf(difference, row[x..], above[x..]);
            AddLiteral(difference);
            x += run;
            run--;
            if (run < ShortestRun)
            {
                for (; run > 0; run--)
                    AddLiteral(difference);
            }
            else
            {
                AddRun(difference, run);
            }
        }
    }

    // how many pixels are as those above
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Alike(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        ref var a = ref MemoryMarshal.GetReference(row);
        ref var b = ref MemoryMarshal.GetReference(above);
        var x = 0;
        for (; x <= row.Length - Vector256<byte>.Count; x += Vector256<byte>.Count)
        {
            var same = Vector256.Equals(Vector256.LoadUnsafe(ref a, (nuint)x), Vector256.LoadUnsafe(ref b, (nuint)x)).ExtractMostSignificantBits();
            if (same != uint.MaxValue)
                return x + BitOperations.TrailingZeroCount(~same);
        }

        while (x < row.Length && row[x] == above[x])
            x++;
        return x;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int RunOf(byte difference, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above)
    {
        var run = 1;
        while (run < row.Length && (byte)(row[run] - above[run]) == difference)
            run++;
        return run;
    }

    private void AddLiteral(byte value)
    {
        AddToken(value);
        _sum1 += value;
        _sum2 += _sum1;
    }

    // a token of a run is 256 + its length; the checksum of n equal bytes has a closed form
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddRun(byte value, int length)
    {
        var n = (ulong)length;
        _sum2 += (n * _sum1) + (n * (n + 1) / 2 * value);
        _sum1 += n * value;
        while (length > 0)
        {
            var part = Math.Min(length, LongestRun);
            // what is left over must itself be long enough
            if (length - part is > 0 and < 3)
                part -= 3;
            AddToken((ushort)(EndOfBlock + part));
            length -= part;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddToken(ushort token)
    {
        if (_tokenCount == _tokens.Length)
            Array.Resize(ref _tokens, _tokens.Length * 2);
        _tokens[_tokenCount++] = token;
        _counts[token <= EndOfBlock ? token : EndOfBlock + s_runs[token - EndOfBlock].Symbol]++;
    }

    [MethodImpl(HotPath.Compiled)]
    private void WriteBlock()
    {
        var code = HuffmanCode.For(_counts, 15);
        // a token is at most 20 bits
        var needed = 1024 + (_tokenCount * 3);
        if (_output.Length < needed)
            _output = new byte[needed];
        _output[0] = 0x78;
        _output[1] = 0x9C;
        _outputCount = 2;
        WriteHeader(code);
        var lengths = code.Lengths;
        var codes = code.Codes;
        foreach (var token in _tokens.AsSpan(0, _tokenCount))
        {
            if (token <= EndOfBlock)
            {
                Write(codes[token], lengths[token]);
                continue;
            }

            var (symbol, bits, extra) = s_runs[token - EndOfBlock];
            Write(codes[EndOfBlock + symbol], lengths[EndOfBlock + symbol]);
            // the extra bits, and the one bit of the only distance there is: 1
            Write(extra, bits + 1);
        }

        Flush();
        BinaryPrimitives.WriteUInt32BigEndian(_output.AsSpan(_outputCount), ((uint)(_sum2 % Base) << 16) | (uint)(_sum1 % Base));
        _outputCount += 4;
    }

    private void WriteHeader(HuffmanCode code)
    {
        Span<byte> all = stackalloc byte[287];
        code.Lengths.CopyTo(all);
        all[286] = 1;
        Span<int> counts = stackalloc int[19];
        foreach (var length in all)
            counts[length]++;
        var lengthCode = HuffmanCode.For(counts, 7);
        var used = 19;
        while (lengthCode.Lengths[s_lengthOrder[used - 1]] == 0)
            used--;
        Write(1, 1);
        Write(2, 2);
        Write(286 - 257, 5);
        Write(1 - 1, 5);
        Write((uint)(used - 4), 4);
        for (var i = 0; i < used; i++)
            Write(lengthCode.Lengths[s_lengthOrder[i]], 3);
        foreach (var length in all)
            Write(lengthCode.Codes[length], lengthCode.Lengths[length]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Write(uint value, int count)
    {
        _bits |= (ulong)value << _bitCount;
        _bitCount += count;
        if (_bitCount < 32)
            return;
        BinaryPrimitives.WriteUInt32LittleEndian(_output.AsSpan(_outputCount), (uint)_bits);
        _outputCount += 4;
        _bits >>= 32;
        _bitCount -= 32;
    }

    private void Flush()
    {
        for (; _bitCount > 0; _bitCount -= 8)
        {
            _output[_outputCount++] = (byte)_bits;
            _bits >>= 8;
        }

        _bitCount = 0;
    }
}
