using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>The checksum of the figure's JPEGs: CRC-32C (Castagnoli, Bräuer and Herrmann, 1993), which processors have an instruction for.</summary>
internal static class Crc32C
{
    /// <summary>The checksum of bytes.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var b in bytes)
            crc = BitOperations.Crc32C(crc, b);
        return ~crc;
    }
}
