using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// Writes pixels as a baseline JPEG without colour subsampling, with its resolution. A block of one colour, as nearly all
/// are, needs no transform; a block of greys needs one instead of three; one like its neighbour needs none. Each row of blocks ends with a
/// restart marker, and a comment at the end holds the checksum, so that the file can be checked without decoding it.
/// </summary>
internal sealed class JpegWriter
{
    // no difference and the end of the block, three times: the codes of both are one zero
    private const int SameAgainBits = 6;

    // a code × 256 + its bits
    private static readonly int[] s_rest = [.. JpegTables.Rest.Codes.Zip(JpegTables.Rest.Lengths, (code, length) => (code << 8) | length)];

    private readonly float[][] _planes = [new float[256], new float[256], new float[256]];
    private readonly int[][] _flat = [new int[256], new int[256], new int[256]];
    private readonly bool[] _isColoured = new bool[256];
    private readonly BlockTransform[] _transforms;
    private readonly byte[] _order = new byte[64];
    private readonly byte[] _places = new byte[64];
    private readonly float[] _block = new float[64];
    private readonly int[] _before = new int[3];
    // the last block that was transformed: its pixels, coefficients, and which of them are not zero
    private readonly ulong[] _last = new ulong[8];
    private readonly int[][] _coefficients = [new int[64], new int[64], new int[64]];
    private readonly ulong[] _nonzero = new ulong[3];
    private bool _hasLast;
    private bool _lastIsColoured;
    private byte[] _output = new byte[1 << 16];
    private int _count;
    private ulong _bits;
    private int _bitCount;
    private Palette? _palette;

    public JpegWriter()
    {
        var luma = new BlockTransform(JpegTables.LumaSteps);
        var chroma = new BlockTransform(JpegTables.ChromaSteps);
        _transforms = [luma, chroma, chroma];
        for (var i = 0; i < 64; i++)
        {
            _order[i] = (byte)((JpegTables.Zigzag[i] % 8 * 8) + (JpegTables.Zigzag[i] / 8));
            _places[_order[i]] = (byte)i;
        }
    }

    public void Write(PixelSurface surface, int dpi, Stream destination)
    {
        Use(surface.Palette);
        _count = 0;
        _bits = 0;
        _bitCount = 0;
        _hasLast = false;
        WriteHeader(surface, dpi);
        Span<byte> edge = stackalloc byte[64];
        for (var y = 0; y < surface.Height; y += 8)
        {
            // a row of blocks is at most 64 × 3 × 27 bits a block, and each byte may be stuffed
            var needed = _count + (((surface.Width / 8) + 1) * 1300) + 64;
            if (_output.Length < needed)
                Array.Resize(ref _output, needed * 2);
            if (y > 0)
                AddMarker((byte)(0xD0 + (((y / 8) - 1) & 7)));
            Array.Clear(_before);
            for (var x = 0; x < surface.Width;)
            {
                var blank = BlankBlocks(surface, x, y);
                for (var i = 0; i < blank; i++)
                    WriteBits(0, SameAgainBits);
                x += 8 * blank;
                if (x < surface.Width)
                    WriteBlock(surface, x, y, edge);
                x += 8;
            }

            if (_bitCount % 8 > 0)
                WriteBits((1u << (8 - (_bitCount % 8))) - 1, 8 - (_bitCount % 8));
            Drain();
        }

        AddMarker(0xFE);
        BinaryPrimitives.WriteUInt16BigEndian(_output.AsSpan(_count), JpegTables.CommentLength);
        _count += 2;
        Crc32.Of(_output.AsSpan(0, _count)).TryFormat(_output.AsSpan(_count), out var digits, "X8", CultureInfo.InvariantCulture);
        _count += digits;
        AddMarker(0xD9);
        destination.Write(_output, 0, _count);
    }

    private void AddMarker(byte marker)
    {
        _output[_count++] = 0xFF;
        _output[_count++] = marker;
    }

    // what follows from the colours is kept for the next figure, which mostly has the same
    private void Use(Palette palette)
    {
        if (_palette == palette)
            return;
        _palette = palette;
        var colours = palette.Colours;
        for (var i = 0; i < colours.Count; i++)
        {
            double red = colours[i] >> 16, green = (colours[i] >> 8) & 0xFF, blue = colours[i] & 0xFF;
            _isColoured[i] = red != green || green != blue;
            _planes[0][i] = (float)((0.299 * red) + (0.587 * green) + (0.114 * blue) - 128);
            _planes[1][i] = _isColoured[i] ? (float)((-0.168735892 * red) - (0.331264108 * green) + (0.5 * blue)) : 0;
            _planes[2][i] = _isColoured[i] ? (float)((0.5 * red) - (0.418687589 * green) - (0.081312411 * blue)) : 0;
            for (var plane = 0; plane < 3; plane++)
            {
                var step = (plane == 0 ? JpegTables.LumaSteps : JpegTables.ChromaSteps)[0];
                _flat[plane][i] = (int)Math.Round(_planes[plane][i] * 8 / step, MidpointRounding.AwayFromZero);
            }
        }
    }

    private void WriteHeader(PixelSurface surface, int dpi)
    {
        using var header = new MemoryStream(1024);
        header.Write([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 2, 1]);
        Span<byte> word = stackalloc byte[2];
        AddWord(dpi, word);
        AddWord(dpi, word);
        header.Write([0, 0]);
        for (var table = 0; table < 2; table++)
        {
            header.Write([0xFF, 0xDB, 0, 67, (byte)table]);
            foreach (var place in JpegTables.Zigzag)
                header.WriteByte((table == 0 ? JpegTables.LumaSteps : JpegTables.ChromaSteps)[place]);
        }

        header.Write([0xFF, 0xC0, 0, 17, 8]);
        AddWord(surface.Height, word);
        AddWord(surface.Width, word);
        header.Write([3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1]);
        foreach (var (code, kind) in new[] { (JpegTables.First, 0x00), (JpegTables.Rest, 0x10) })
        {
            header.Write([0xFF, 0xC4]);
            AddWord(19 + code.Symbols.Length, word);
            header.WriteByte((byte)kind);
            header.Write(code.Counts);
            header.Write(code.Symbols);
        }

        // a restart after each row of blocks
        header.Write([0xFF, 0xDD, 0, 4]);
        AddWord((surface.Width + 7) / 8, word);
        header.Write([0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
        header.GetBuffer().AsSpan(0, (int)header.Length).CopyTo(_output);
        _count = (int)header.Length;

        void AddWord(int value, Span<byte> bytes)
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)value);
            header.Write(bytes);
        }
    }

    private void WriteBlock(PixelSurface surface, int x, int y, Span<byte> edge)
    {
        var stride = surface.Width;
        var pixels = surface.Pixels;
        var start = (y * stride) + x;
        if (x + 8 > surface.Width || y + 8 > surface.Height)
        {
            for (var i = 0; i < 64; i++)
                edge[i] = pixels[(Math.Min(y + (i / 8), surface.Height - 1) * stride) + Math.Min(x + (i % 8), stride - 1)];
            pixels = edge;
            start = 0;
            stride = 8;
        }

        var colour = pixels[start];
        var all = colour * 0x0101010101010101UL;
        var isFlat = true;
        for (var row = 0; row < 8 && isFlat; row++)
            isFlat = BinaryPrimitives.ReadUInt64LittleEndian(pixels[(start + (row * stride))..]) == all;
        if (!isFlat)
        {
            WriteTransformed(pixels[start..], stride);
            return;
        }

        for (var plane = 0; plane < 3; plane++)
        {
            WriteFirst(plane, _flat[plane][colour]);
            WriteBits(JpegTables.Rest.Codes[0], JpegTables.Rest.Lengths[0]);
        }
    }

    // how many blocks from here on are all of one colour and like the block before
    private int BlankBlocks(PixelSurface surface, int x, int y)
    {
        var colour = surface.Pixels[(y * surface.Width) + x];
        if (y + 8 > surface.Height || x + 8 > surface.Width
            || _flat[0][colour] != _before[0] || _flat[1][colour] != _before[1] || _flat[2][colour] != _before[2])
        {
            return 0;
        }

        // one block first: where lines are, some rows are blank for long and another is not
        return BlankPixels(surface, x, y, 8) < 8 ? 0 : BlankPixels(surface, x, y, surface.Width - x) / 8;
    }

    private static int BlankPixels(PixelSurface surface, int x, int y, int most)
    {
        var colour = surface.Pixels[(y * surface.Width) + x];
        for (var row = 0; row < 8 && most >= 8; row++)
        {
            var length = surface.Pixels.Slice(((y + row) * surface.Width) + x, most).IndexOfAnyExcept(colour);
            most = length < 0 ? most : length;
        }

        return most;
    }

    private void WriteTransformed(ReadOnlySpan<byte> pixels, int stride)
    {
        var isLast = _hasLast;
        for (var row = 0; row < 8; row++)
        {
            var eight = BinaryPrimitives.ReadUInt64LittleEndian(pixels[(row * stride)..]);
            isLast &= _last[row] == eight;
            _last[row] = eight;
        }

        if (!isLast)
        {
            _hasLast = true;
            _lastIsColoured = false;
            ReadOnlySpan<bool> isColoured = _isColoured;
            foreach (var place in MemoryMarshal.AsBytes<ulong>(_last))
                _lastIsColoured |= isColoured[place];
            for (var plane = 0; plane < (_lastIsColoured ? 3 : 1); plane++)
                Transform(plane);
        }

        WriteCoefficients(0);
        for (var plane = 1; plane < 3; plane++)
        {
            if (_lastIsColoured)
            {
                WriteCoefficients(plane);
                continue;
            }

            WriteFirst(plane, 0);
            WriteBits(JpegTables.Rest.Codes[0], JpegTables.Rest.Lengths[0]);
        }
    }

    private void Transform(int plane)
    {
        ReadOnlySpan<float> values = _planes[plane];
        Span<float> block = _block;
        for (var row = 0; row < 8; row++)
        {
            var line = block.Slice(row * 8, 8);
            var eight = _last[row];
            line[0] = values[(byte)eight];
            line[1] = values[(byte)(eight >> 8)];
            line[2] = values[(byte)(eight >> 16)];
            line[3] = values[(byte)(eight >> 24)];
            line[4] = values[(byte)(eight >> 32)];
            line[5] = values[(byte)(eight >> 40)];
            line[6] = values[(byte)(eight >> 48)];
            line[7] = values[(byte)(eight >> 56)];
        }

        var nonzero = _transforms[plane].Apply(_block, _coefficients[plane]);
        var places = 0UL;
        for (; nonzero != 0; nonzero &= nonzero - 1)
            places |= 1UL << _places[BitOperations.TrailingZeroCount(nonzero)];
        _nonzero[plane] = places & ~1UL;
    }

    private void WriteFirst(int plane, int value)
    {
        var difference = value - _before[plane];
        _before[plane] = value;
        WriteValue(JpegTables.First, 0, difference);
    }

    // most of the writer's time goes by here: the state is held in registers
    private void WriteCoefficients(int plane)
    {
        var coefficients = _coefficients[plane];
        WriteFirst(plane, coefficients[0]);
        var order = _order;
        var codes = s_rest;
        var output = _output;
        var (bits, bitCount, count) = (_bits, _bitCount, _count);
        var last = 0;
        for (var places = _nonzero[plane]; places != 0; places &= places - 1)
        {
            var place = BitOperations.TrailingZeroCount(places);
            var value = coefficients[order[place]];
            var zeros = place - last - 1;
            last = place;
            var size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));
            while (true)
            {
                // a code, and the digits of its value; or the code of sixteen zeros
                var isRun = zeros > 15;
                var code = codes[isRun ? 0xF0 : (byte)((zeros << 4) | size)];
                var digits = isRun ? 0 : size;
                bits = (bits << ((code & 0xFF) + digits))
                    | ((ulong)(uint)(code >> 8) << digits) | ((uint)(value + (value >> 31)) & ((1u << digits) - 1));
                bitCount += (code & 0xFF) + digits;
                if (bitCount >= 32)
                {
                    var four = (uint)(bits >> (bitCount - 32));
                    if (HasOnes(four))
                    {
                        (_bits, _bitCount, _count) = (bits, bitCount, count);
                        Drain();
                        (bitCount, count) = (_bitCount, _count);
                    }
                    else
                    {
                        BinaryPrimitives.WriteUInt32BigEndian(output.AsSpan(count), four);
                        count += 4;
                        bitCount -= 32;
                    }
                }

                if (!isRun)
                    break;
                zeros -= 16;
            }
        }

        (_bits, _bitCount, _count) = (bits, bitCount, count);
        if (last < 63)
            WriteBits(JpegTables.Rest.Codes[0], JpegTables.Rest.Lengths[0]);
    }

    private void WriteValue(JpegCode code, int before, int value)
    {
        var size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));
        var bits = value < 0 ? value - 1 : value;
        var symbol = before | size;
        WriteBits(((uint)code.Codes[symbol] << size) | ((uint)bits & ((1u << size) - 1)), code.Lengths[symbol] + size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteBits(uint value, int count)
    {
        _bits = (_bits << count) | value;
        _bitCount += count;
        if (_bitCount >= 32)
            Drain();
    }

    private static bool HasOnes(uint four) => ((~four - 0x01010101) & four & 0x80808080) != 0;

    // a byte of ones is followed by a zero, so that no marker appears within the pixels
    private void Drain()
    {
        if (_bitCount >= 32)
        {
            var four = (uint)(_bits >> (_bitCount - 32));
            if (!HasOnes(four))
            {
                BinaryPrimitives.WriteUInt32BigEndian(_output.AsSpan(_count), four);
                _count += 4;
                _bitCount -= 32;
                return;
            }
        }

        while (_bitCount >= 8)
        {
            _bitCount -= 8;
            var next = (byte)(_bits >> _bitCount);
            _output[_count++] = next;
            if (next == 0xFF)
                _output[_count++] = 0;
        }
    }
}
