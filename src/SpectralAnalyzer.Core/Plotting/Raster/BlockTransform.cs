using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>The cosine transform of 8 × 8 pixels with its quantisation (Arai, Agui and Nakajima, 1988): eight columns at a time.</summary>
internal sealed class BlockTransform
{
    private static readonly double[] s_scales =
        [1, 1.387039845, 1.306562965, 1.175875602, 1, 0.785694958, 0.541196100, 0.275899379];

    private readonly float[] _factors = new float[64];

    /// <summary>A transform for a table of quantisation steps.</summary>
    /// <param name="steps">The steps, row by row.</param>
    public BlockTransform(ReadOnlySpan<byte> steps)
    {
        for (var row = 0; row < 8; row++)
        {
            for (var column = 0; column < 8; column++)
                _factors[(column * 8) + row] = (float)(1 / (8 * s_scales[row] * s_scales[column] * steps[(row * 8) + column]));
        }
    }

    /// <summary>Transforms a block.</summary>
    /// <param name="block">64 values about zero, row by row; is overwritten.</param>
    /// <param name="coefficients">Takes the quantised coefficients, column by column.</param>
    /// <returns>A bit for each coefficient that is not zero.</returns>
    [MethodImpl(HotPath.Compiled)]
    public ulong Apply(Span<float> block, Span<int> coefficients)
    {
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(block);
        Pass(rows);
        Transpose(rows);
        Pass(rows);
        var factors = MemoryMarshal.Cast<float, Vector256<float>>(_factors);
        var quantised = MemoryMarshal.Cast<int, Vector256<int>>(coefficients);
        var nonzero = 0UL;
        for (var i = 0; i < 8; i++)
        {
            var value = rows[i] * factors[i];
            var half = Vector256.ConditionalSelect(
                Vector256.LessThan(value, Vector256<float>.Zero), Vector256.Create(-0.5f), Vector256.Create(0.5f));
            quantised[i] = Vector256.ConvertToInt32(value + half);
            nonzero |= (ulong)(~Vector256.Equals(quantised[i], Vector256<int>.Zero).ExtractMostSignificantBits() & 0xFF) << (8 * i);
        }

        return nonzero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(Span<Vector256<float>> d)
    {
        if (!Avx.IsSupported)
        {
            var block = MemoryMarshal.Cast<Vector256<float>, float>(d);
            for (var row = 0; row < 8; row++)
            {
                for (var column = row + 1; column < 8; column++)
                    (block[(row * 8) + column], block[(column * 8) + row]) = (block[(column * 8) + row], block[(row * 8) + column]);
            }

            return;
        }

        // pairs of rows are interleaved, then pairs of pairs, then the halves change places
        Vector256<float> a = Avx.UnpackLow(d[0], d[1]), b = Avx.UnpackHigh(d[0], d[1]), c = Avx.UnpackLow(d[2], d[3]), e = Avx.UnpackHigh(d[2], d[3]);
        Vector256<float> f = Avx.UnpackLow(d[4], d[5]), g = Avx.UnpackHigh(d[4], d[5]), h = Avx.UnpackLow(d[6], d[7]), i = Avx.UnpackHigh(d[6], d[7]);
        Vector256<float> p0 = Avx.Shuffle(a, c, 0x44), p1 = Avx.Shuffle(a, c, 0xEE), p2 = Avx.Shuffle(b, e, 0x44), p3 = Avx.Shuffle(b, e, 0xEE);
        Vector256<float> q0 = Avx.Shuffle(f, h, 0x44), q1 = Avx.Shuffle(f, h, 0xEE), q2 = Avx.Shuffle(g, i, 0x44), q3 = Avx.Shuffle(g, i, 0xEE);
        d[0] = Avx.Permute2x128(p0, q0, 0x20);
        d[1] = Avx.Permute2x128(p1, q1, 0x20);
        d[2] = Avx.Permute2x128(p2, q2, 0x20);
        d[3] = Avx.Permute2x128(p3, q3, 0x20);
        d[4] = Avx.Permute2x128(p0, q0, 0x31);
        d[5] = Avx.Permute2x128(p1, q1, 0x31);
        d[6] = Avx.Permute2x128(p2, q2, 0x31);
        d[7] = Avx.Permute2x128(p3, q3, 0x31);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Pass(Span<Vector256<float>> d)
    {
        var s07 = d[0] + d[7];
        var d07 = d[0] - d[7];
        var s16 = d[1] + d[6];
        var d16 = d[1] - d[6];
        var s25 = d[2] + d[5];
        var d25 = d[2] - d[5];
        var s34 = d[3] + d[4];
        var d34 = d[3] - d[4];

        var a = s07 + s34;
        var b = s16 + s25;
        var c = s07 - s34;
        var turned = (s16 - s25 + c) * 0.707106781f;
        d[0] = a + b;
        d[4] = a - b;
        d[2] = c + turned;
        d[6] = c - turned;

        var p = d34 + d25;
        var q = d25 + d16;
        var r = d16 + d07;
        var shared = (p - r) * 0.382683433f;
        var low = (p * 0.541196100f) + shared;
        var high = (r * 1.306562965f) + shared;
        var middle = q * 0.707106781f;
        var plus = d07 + middle;
        var minus = d07 - middle;
        d[5] = minus + low;
        d[3] = minus - low;
        d[1] = plus + high;
        d[7] = plus - high;
    }
}
