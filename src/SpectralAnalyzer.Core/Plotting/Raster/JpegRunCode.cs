using System.Numerics;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>
/// The code of a coefficient together with the digits of its value, for each number of zeros before it: one look instead of several steps.
/// An entry is the bits × 32 + how many they are.
/// </summary>
internal sealed class JpegRunCode
{
    private const int Most = 127;
    private const int Values = 256;

    private readonly uint[] _entries = new uint[16 * Values];
    private readonly JpegCode _code;

    public JpegRunCode(JpegCode code)
    {
        _code = code;
        End = Entry(code.Codes[0], code.Lengths[0]);
        SixteenZeros = Entry(code.Codes[0xF0], code.Lengths[0xF0]);
        for (var zeros = 0; zeros < 16; zeros++)
        {
            for (var value = -Most; value <= Most; value++)
            {
                if (value != 0)
                    _entries[(zeros * Values) + (value & 0xFF)] = Make(zeros, value);
            }
        }
    }

    /// <summary>The entry of the end of a block.</summary>
    public uint End { get; }

    /// <summary>The entry of sixteen zeros.</summary>
    public uint SixteenZeros { get; }

    /// <summary>The entry of a value.</summary>
    /// <param name="zeros">The zeros before it, at most 15.</param>
    /// <param name="value">The value, not 0.</param>
    public uint Of(int zeros, int value) =>
        (uint)(value + Most) <= 2 * Most ? _entries[(zeros * Values) + (value & 0xFF)] : Make(zeros, value);

    private static uint Entry(uint bits, int count) => (bits << 5) | (uint)count;

    // at most 16 bits of code and 10 digits: the entry has room for 27
    private uint Make(int zeros, int value)
    {
        var size = 32 - BitOperations.LeadingZeroCount((uint)Math.Abs(value));
        var symbol = (zeros << 4) | size;
        var digits = (uint)(value < 0 ? value - 1 : value) & ((1u << size) - 1);
        return Entry(((uint)_code.Codes[symbol] << size) | digits, _code.Lengths[symbol] + size);
    }
}
