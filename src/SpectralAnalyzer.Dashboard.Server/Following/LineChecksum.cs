using System.Buffers.Binary;
using System.Numerics;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>A checksum that tells manifests apart. It protects from chance, not from attacks.</summary>
internal static class LineChecksum
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>Continues a checksum with a line.</summary>
    internal static ulong Add(ulong checksum, ReadOnlySpan<byte> line)
    {
        var hash = (checksum ^ (ulong)line.Length) * Factor;
        for (; line.Length >= sizeof(ulong); line = line[sizeof(ulong)..])
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(line)) * Factor, 31);
        foreach (var b in line)
            hash = BitOperations.RotateLeft((hash ^ b) * Factor, 31);
        return hash ^ (hash >> 29);
    }
}
