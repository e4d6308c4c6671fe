using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// Writes pixels as a baseline JPEG (ITU-T T.81), with its resolution. From <see cref="FineDpi"/> on two by two pixels share a colour, as in nearly
/// all JPEGs; below each pixel has its own. A block of one colour, as nearly all are, needs no transform, and one without colour one of three. Each
/// row of blocks ends with a restart marker, and a comment at the end holds the checksum, so that the file can be checked without decoding it.
/// </summary>
internal sealed class JpegWriter
{
    /// <summary>From this resolution on a pixel is too small for its own colour to be seen.</summary>
    internal const int FineDpi = 250;

    private static readonly JpegRunCode s_rest = new(JpegTables.Rest);
    private static readonly BlockTransform s_luma = new(JpegTables.LumaSteps);
    private static readonly BlockTransform s_chroma = new(JpegTables.ChromaSteps);

    private readonly JpegBits _bits = new();
    private readonly byte[] _order = new byte[64];
    // for each eighth of the coefficients and each pattern of zeros in it: their places in the zigzag
    private readonly ulong[] _places = new ulong[8 * 256];
    private readonly int[] _before = new int[3];
    private readonly byte[] _edge = new byte[256];
    private readonly float[] _block = new float[64];
    private readonly int[] _coefficients = new int[64];
    // the brightness that was transformed last: its pixels, coefficients, and which of them are not zero
    private readonly ulong[] _last = new ulong[8];
    private readonly int[] _lastCoefficients = new int[64];
    private ulong _lastNonzero;
    private readonly ulong[] _rows = new ulong[8];
    private bool _hasLast;
    private readonly uint[] _sums = new uint[64];
    private JpegColours _colours = new(Palette.Comparison);
    private int _sampling;

    public JpegWriter()
    {
        for (var i = 0; i < 64; i++)
            _order[i] = (byte)((JpegTables.Zigzag[i] % 8 * 8) + (JpegTables.Zigzag[i] / 8));
        for (var i = 0; i < 64; i++)
        {
            for (var pattern = 0; pattern < 256; pattern++)
            {
                if ((pattern >> (_order[i] % 8) & 1) == 1)
                    _places[(_order[i] / 8 * 256) + pattern] |= 1UL << i;
            }
        }
    }

    public void Write(PixelSurface surface, int dpi, Stream destination)
    {
        // what follows from the colours is kept for the next figure, which mostly has the same
        if (_colours.Palette != surface.Palette)
            _colours = new JpegColours(surface.Palette);
        _sampling = dpi >= FineDpi ? 2 : 1;
        _hasLast = false;
        _bits.Clear();
        JpegHeader.Write(_bits, surface, dpi, _sampling);
        var size = 8 * _sampling;
        var blocks = (_sampling * _sampling) + 2;
        for (var y = 0; y < surface.Height; y += size)
        {
            if (y > 0)
                _bits.Add([0xFF, (byte)(0xD0 + (((y / size) - 1) & 7))]);
            _bits.BeginRow(((surface.Width + size - 1) / size) * blocks);
            WriteRow(surface, y, size, blocks);
            _bits.EndRow();
        }

        _bits.Add([0xFF, 0xFE, 0, JpegTables.CommentLength]);
        Span<byte> digits = stackalloc byte[8];
        Crc32C.Of(_bits.Written).TryFormat(digits, out _, "X8", CultureInfo.InvariantCulture);
        _bits.Add(digits);
        _bits.Add([0xFF, 0xD9]);
        destination.Write(_bits.Written);
    }

    private void WriteRow(PixelSurface surface, int y, int size, int blocks)
    {
        Array.Clear(_before);
        var colour = -1;
        var whole = y + size <= surface.Height ? surface.Width / size : 0;
        for (var square = 0; square * size < surface.Width; square++)
        {
            // no difference and the end of the block, for each block: the codes of both are one zero
            if (colour >= 0 && PixelBlocks.Blanks(surface.Pixels[(y * surface.Width)..], surface.Width, square, whole, size, (byte)colour) is > 0 and var blanks)
            {
                _bits.WriteZeros(2 * blocks * blanks);
                square += blanks - 1;
                continue;
            }

            colour = WriteSquare(surface, square * size, y, size);
        }
    }

    // answers the colour of a square that has only one, or −1
    private int WriteSquare(PixelSurface surface, int x, int y, int size)
    {
        var stride = surface.Width;
        ReadOnlySpan<byte> pixels;
        if (x + size > surface.Width || y + size > surface.Height)
        {
            // what lies beyond the edge is as its last pixel
            for (var row = 0; row < size; row++)
            {
                var there = surface.Pixels.Slice(Math.Min(y + row, surface.Height - 1) * stride, stride)[x..Math.Min(x + size, stride)];
                var line = _edge.AsSpan(row * size, size);
                there.CopyTo(line);
                line[there.Length..].Fill(there[^1]);
            }

            pixels = _edge;
            stride = size;
        }
        else
        {
            pixels = surface.Pixels[((y * stride) + x)..];
        }

        var isFlat = true;
        for (var down = 0; down < size; down += 8)
        {
            for (var across = 0; across < size; across += 8)
                isFlat &= WriteLuma(pixels[((down * stride) + across)..], stride) && pixels[(down * stride) + across] == pixels[0];
        }

        if (isFlat)
            WriteFlatChroma(_colours.Chroma[pixels[0]]);
        else
            WriteChroma(pixels, stride);
        return isFlat ? pixels[0] : -1;
    }

    // true where the block is of one colour
    [MethodImpl(HotPath.Compiled)]
    private bool WriteLuma(ReadOnlySpan<byte> pixels, int stride)
    {
        var all = pixels[0] * 0x0101010101010101UL;
        bool isFlat = true, isLast = _hasLast;
        Span<ulong> rows = _rows, last = _last;
        PixelBlocks.Rows(pixels, stride, rows);
        for (var row = 0; row < 8; row++)
        {
            isFlat &= rows[row] == all;
            isLast &= rows[row] == last[row];
        }

        if (isFlat)
        {
            WriteFirst(0, (int)MathF.Round(_colours.Luma[pixels[0]] * 8 / JpegTables.LumaSteps[0], MidpointRounding.AwayFromZero));
            _bits.Write(s_rest.End >> 5, (int)(s_rest.End & 31));
            return true;
        }

        if (!isLast)
        {
            rows.CopyTo(_last);
            _hasLast = true;
            PixelBlocks.Brighten(rows, _colours.Luma, _block);
            _lastNonzero = Places(s_luma.Apply(_block, _lastCoefficients));
        }

        WriteFirst(0, _lastCoefficients[0]);
        _bits.WriteCoefficients(_lastCoefficients, _order, _lastNonzero, s_rest);
        return false;
    }

    private void WriteFlatChroma(uint colour)
    {
        for (var plane = 1; plane < 3; plane++)
        {
            WriteFirst(plane, (int)MathF.Round(JpegColours.Mean(colour, 1, plane) * 8 / JpegTables.ChromaSteps[0], MidpointRounding.AwayFromZero));
            _bits.Write(s_rest.End >> 5, (int)(s_rest.End & 31));
        }
    }

    private void WriteChroma(ReadOnlySpan<byte> pixels, int stride)
    {
        var isGrey = _sampling == 2
            ? PixelBlocks.Largest(pixels, stride) < _colours.FirstColoured || PixelBlocks.SumFours(pixels, stride, _colours.Chroma, _sums)
            : PixelBlocks.TakeEach(pixels, stride, _colours.Chroma, _sums);
        if (isGrey)
        {
            WriteFlatChroma(JpegColours.Grey(1));
            return;
        }

        var count = _sampling * _sampling;
        for (var plane = 1; plane < 3; plane++)
        {
            JpegColours.Means(_sums, count, plane, _block);
            var nonzero = Places(s_chroma.Apply(_block, _coefficients));
            WriteFirst(plane, _coefficients[0]);
            _bits.WriteCoefficients(_coefficients, _order, nonzero, s_rest);
        }
    }

    private ulong Places(ulong nonzero)
    {
        var places = 0UL;
        for (var i = 0; i < 8; i++)
            places |= _places[(i * 256) + (byte)(nonzero >> (8 * i))];
        return places;
    }

    private void WriteFirst(int plane, int value)
    {
        var difference = value - _before[plane];
        _before[plane] = value;
        var size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(difference));
        var digits = (uint)(difference < 0 ? difference - 1 : difference) & ((1u << size) - 1);
        _bits.Write(((uint)JpegTables.First.Codes[size] << size) | digits, JpegTables.First.Lengths[size] + size);
    }
}
