using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>The colours of a palette as JPEG has them: brightness, and two differences of colour, each about zero (JFIF 1.02).</summary>
internal sealed class JpegColours
{
    // the differences of colour, in sixteenths and above zero, side by side in one number: four of them add up without a carry
    private const int Scale = 16;
    private const int Middle = 128 * Scale;

    private readonly float[] _luma = new float[256];
    private readonly uint[] _chroma = new uint[256];

    public JpegColours(Palette palette)
    {
        Palette = palette;
        FirstColoured = 256;
        for (var i = 0; i < palette.Colours.Count; i++)
        {
            var colour = palette.Colours[i];
            double red = colour >> 16, green = (colour >> 8) & 0xFF, blue = colour & 0xFF;
            _luma[i] = (float)((0.299 * red) + (0.587 * green) + (0.114 * blue) - 128);
            var first = (-0.168735892 * red) - (0.331264108 * green) + (0.5 * blue);
            var second = (0.5 * red) - (0.418687589 * green) - (0.081312411 * blue);
            if (FirstColoured > i && (red != green || green != blue))
                FirstColoured = i;
            _chroma[i] = ((uint)Math.Round(Middle + (first * Scale)) << 16) | (uint)Math.Round(Middle + (second * Scale));
        }
    }

    /// <summary>The palette.</summary>
    public Palette Palette { get; }

    /// <summary>The first entry that has a colour; 256 where none has.</summary>
    public int FirstColoured { get; }

    /// <summary>The brightness of each entry, −128 to 127.</summary>
    public ReadOnlySpan<float> Luma => _luma;

    /// <summary>Both differences of colour of each entry; what is told by a sum of them is read with <see cref="Mean"/>.</summary>
    public ReadOnlySpan<uint> Chroma => _chroma;

    /// <summary>The sum for pixels without colour.</summary>
    /// <param name="pixels">How many pixels are summed.</param>
    public static uint Grey(int pixels) => (uint)(pixels * Middle) * 0x10001u;

    /// <summary>The mean of one of the differences.</summary>
    /// <param name="sum">The sum of both.</param>
    /// <param name="pixels">How many pixels it is of.</param>
    /// <param name="plane">1 or 2: which difference.</param>
    public static float Mean(uint sum, int pixels, int plane) => ((plane == 1 ? sum >> 16 : sum & 0xFFFF) / (float)(pixels * Scale)) - 128;

    /// <summary>The means of one of the differences.</summary>
    /// <param name="sums">64 sums of both.</param>
    /// <param name="pixels">How many pixels each is of.</param>
    /// <param name="plane">1 or 2: which difference.</param>
    /// <param name="means">Takes 64 means.</param>
    [MethodImpl(HotPath.Compiled)]
    public static void Means(ReadOnlySpan<uint> sums, int pixels, int plane, Span<float> means)
    {
        var from = MemoryMarshal.Cast<uint, Vector256<uint>>(sums);
        var to = MemoryMarshal.Cast<float, Vector256<float>>(means);
        // a power of two: exact
        var factor = 1f / (pixels * Scale);
        for (var i = 0; i < to.Length; i++)
        {
            var one = plane == 1 ? Vector256.ShiftRightLogical(from[i], 16) : from[i] & Vector256.Create(0xFFFFu);
            to[i] = (Vector256.ConvertToSingle(one.AsInt32()) * factor) - Vector256.Create(128f);
        }
    }
}
