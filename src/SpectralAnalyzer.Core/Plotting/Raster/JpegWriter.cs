using System.Buffers.Binary;
using System.Numerics;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// Writes pixels as a baseline JPEG without colour subsampling, with its resolution. A block of one colour, as nearly all
/// are, needs no transform; a block of greys needs one instead of three.
/// </summary>
internal sealed class JpegWriter
{
    private readonly float[][] _planes = [new float[256], new float[256], new float[256]];
    private readonly int[][] _flat = [new int[256], new int[256], new int[256]];
    private readonly bool[] _isColoured = new bool[256];
    private readonly BlockTransform[] _transforms;
    private readonly byte[] _order = new byte[64];
    private readonly byte[] _places = new byte[64];
    private readonly float[] _block = new float[64];
    private readonly int[] _coefficients = new int[64];
    private readonly int[] _before = new int[3];
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
        WriteHeader(surface, dpi, destination);
        _count = 0;
        _bits = 0;
        _bitCount = 0;
        Array.Clear(_before);
        Span<byte> edge = stackalloc byte[64];
        for (var y = 0; y < surface.Height; y += 8)
        {
            // a row of blocks is at most 64 × 3 × 27 bits a block, and each byte may be stuffed
            var needed = _count + (((surface.Width / 8) + 1) * 1300) + 64;
            if (_output.Length < needed)
                Array.Resize(ref _output, needed * 2);
            for (var x = 0; x < surface.Width; x += 8)
                WriteBlock(surface, x, y, edge);
        }

        if (_bitCount > 0)
            WriteBits(0x7F, 7);
        Drain();
        destination.Write(_output, 0, _count);
        destination.Write([0xFF, 0xD9]);
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

    private static void WriteHeader(PixelSurface surface, int dpi, Stream destination)
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

        header.Write([0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
        header.WriteTo(destination);

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
        if (isFlat)
        {
            if (_flat[0][colour] == _before[0] && _flat[1][colour] == _before[1] && _flat[2][colour] == _before[2])
            {
                // no difference and the end of the block, three times: the codes of both are a zero
                WriteBits(0, 6);
                return;
            }

            for (var plane = 0; plane < 3; plane++)
            {
                WriteFirst(plane, _flat[plane][colour]);
                WriteBits(JpegTables.Rest.Codes[0], JpegTables.Rest.Lengths[0]);
            }

            return;
        }

        for (var plane = 0; plane < 3; plane++)
        {
            var values = _planes[plane];
            var isColoured = plane == 0;
            for (var row = 0; row < 8; row++)
            {
                var line = pixels.Slice(start + (row * stride), 8);
                for (var column = 0; column < 8; column++)
                {
                    _block[(row * 8) + column] = values[line[column]];
                    isColoured |= _isColoured[line[column]];
                }
            }

            if (isColoured)
            {
                WriteCoefficients(plane, _transforms[plane].Apply(_block, _coefficients));
                continue;
            }

            for (plane = 1; plane < 3; plane++)
            {
                WriteFirst(plane, 0);
                WriteBits(JpegTables.Rest.Codes[0], JpegTables.Rest.Lengths[0]);
            }
        }
    }

    private void WriteFirst(int plane, int value)
    {
        var difference = value - _before[plane];
        _before[plane] = value;
        WriteValue(JpegTables.First, 0, difference);
    }

    private void WriteCoefficients(int plane, ulong nonzero)
    {
        WriteFirst(plane, _coefficients[0]);
        var places = 0UL;
        for (; nonzero != 0; nonzero &= nonzero - 1)
            places |= 1UL << _places[BitOperations.TrailingZeroCount(nonzero)];
        places &= ~1UL;
        var last = 0;
        for (; places != 0; places &= places - 1)
        {
            var place = BitOperations.TrailingZeroCount(places);
            var zeros = place - last - 1;
            for (; zeros > 15; zeros -= 16)
                WriteBits(JpegTables.Rest.Codes[0xF0], JpegTables.Rest.Lengths[0xF0]);
            WriteValue(JpegTables.Rest, zeros << 4, _coefficients[_order[place]]);
            last = place;
        }

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

    private void WriteBits(uint value, int count)
    {
        _bits = (_bits << count) | value;
        _bitCount += count;
        if (_bitCount >= 32)
            Drain();
    }

    // a byte of ones is followed by a zero, so that no marker appears within the pixels
    private void Drain()
    {
        if (_bitCount >= 32)
        {
            var four = (uint)(_bits >> (_bitCount - 32));
            var hasOnes = ((~four - 0x01010101) & four & 0x80808080) != 0;
            if (!hasOnes)
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
