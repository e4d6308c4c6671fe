using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>What a JPEG asks of the pixels of a block.</summary>
internal static class PixelBlocks
{
    /// <summary>How many squares from one on are all of this colour.</summary>
    /// <param name="pixels">The pixels from the first of the row of squares on.</param>
    /// <param name="stride">The pixels of a row.</param>
    /// <param name="from">The square, from 0.</param>
    /// <param name="to">The square after the last that is whole.</param>
    /// <param name="size">8 or 16 pixels.</param>
    /// <param name="colour">The colour.</param>
    [MethodImpl(HotPath.Compiled)]
    public static int Blanks(ReadOnlySpan<byte> pixels, int stride, int from, int to, int size, byte colour)
    {
        var at = from;
        for (; at < to; at++)
        {
            ref var first = ref Unsafe.AsRef(in pixels[at * size]);
            // the last of it lies within the pixels, so that all do
            _ = pixels[(at * size) + ((size - 1) * stride) + size - 1];
            var other = Vector128<byte>.Zero;
            if (size == 16)
            {
                for (var row = 0; row < 16; row++)
                    other |= Vector128.LoadUnsafe(ref first, (nuint)(row * stride)) ^ Vector128.Create(colour);
            }
            else
            {
                for (var row = 0; row < 8; row++)
                    other |= Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, row * stride))).AsByte() ^ Vector128.CreateScalar(colour * 0x0101010101010101UL).AsByte();
            }

            if (other != Vector128<byte>.Zero)
                break;
        }

        return at - from;
    }

    /// <summary>The rows of 8 × 8 pixels, the first pixel of each in the lowest byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Rows(ReadOnlySpan<byte> pixels, int stride, Span<ulong> rows)
    {
        // the last of it lies within the pixels, so that all do
        _ = pixels[(7 * stride) + 7];
        ref var first = ref MemoryMarshal.GetReference(pixels);
        for (var row = 0; row < 8; row++)
        {
            var eight = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, row * stride));
            rows[row] = BitConverter.IsLittleEndian ? eight : BinaryPrimitives.ReverseEndianness(eight);
        }
    }

    /// <summary>The brightness of 8 × 8 pixels.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static void Brighten(ReadOnlySpan<ulong> rows, ReadOnlySpan<float> values, Span<float> block)
    {
        for (var row = 0; row < 8; row++)
        {
            var line = block.Slice(row * 8, 8);
            var eight = rows[row];
            line[0] = values[(byte)eight];
            line[1] = values[(byte)(eight >> 8)];
            line[2] = values[(byte)(eight >> 16)];
            line[3] = values[(byte)(eight >> 24)];
            line[4] = values[(byte)(eight >> 32)];
            line[5] = values[(byte)(eight >> 40)];
            line[6] = values[(byte)(eight >> 48)];
            line[7] = values[(byte)(eight >> 56)];
        }
    }

    /// <summary>The largest entry of 16 × 16 pixels.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static int Largest(ReadOnlySpan<byte> pixels, int stride)
    {
        var largest = Vector128<byte>.Zero;
        for (var row = 0; row < 16; row++)
            largest = Vector128.Max(largest, Vector128.Create(pixels.Slice(row * stride, 16)));
        var most = 0;
        for (var i = 0; i < 16; i++)
            most = Math.Max(most, largest[i]);
        return most;
    }

    /// <summary>The colours of two by two pixels each of 16 × 16, summed; true where none has any.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static bool SumFours(ReadOnlySpan<byte> pixels, int stride, ReadOnlySpan<uint> chroma, Span<uint> sums)
    {
        var grey = JpegColours.Grey(4);
        var other = 0u;
        _ = (pixels[(15 * stride) + 15], chroma[255], sums[63]);
        ref var first = ref MemoryMarshal.GetReference(pixels);
        ref var table = ref MemoryMarshal.GetReference(chroma);
        ref var made = ref MemoryMarshal.GetReference(sums);
        for (var row = 0; row < 8; row++)
        {
            ref var upper = ref Unsafe.Add(ref first, 2 * row * stride);
            ref var lower = ref Unsafe.Add(ref upper, stride);
            for (var i = 0; i < 16; i += 2)
            {
                var sum = Unsafe.Add(ref table, Unsafe.Add(ref upper, i)) + Unsafe.Add(ref table, Unsafe.Add(ref upper, i + 1))
                    + Unsafe.Add(ref table, Unsafe.Add(ref lower, i)) + Unsafe.Add(ref table, Unsafe.Add(ref lower, i + 1));
                made = sum;
                made = ref Unsafe.Add(ref made, 1);
                other |= sum ^ grey;
            }
        }

        return other == 0;
    }

    /// <summary>The colour of each of 8 × 8 pixels; true where none has any.</summary>
    public static bool TakeEach(ReadOnlySpan<byte> pixels, int stride, ReadOnlySpan<uint> chroma, Span<uint> sums)
    {
        var grey = JpegColours.Grey(1);
        var other = 0u;
        for (var i = 0; i < 64; i++)
        {
            sums[i] = chroma[pixels[(i / 8 * stride) + (i % 8)]];
            other |= sums[i] ^ grey;
        }

        return other == 0;
    }
}
