using System.Numerics;
using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Dashboard.Server.Following;

/// <summary>A checksum that tells manifests apart. It protects from chance, not from attacks.</summary>
internal static class LineChecksum
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>Computes the checksum of a line.</summary>
    internal static ulong Compute(ReadOnlySpan<byte> line)
    {
        // four lanes, none of which waits for another
        var (a, b, c, d) = ((ulong)line.Length * Factor, 1UL, 2UL, 3UL);
        var words = MemoryMarshal.Cast<byte, ulong>(line);
        var i = 0;
        for (; i + 4 <= words.Length; i += 4)
        {
            a = Mix(a, words[i]);
            b = Mix(b, words[i + 1]);
            c = Mix(c, words[i + 2]);
            d = Mix(d, words[i + 3]);
        }

        for (; i < words.Length; i++)
            a = Mix(a, words[i]);
        foreach (var rest in line[(words.Length * sizeof(ulong))..])
            a = Mix(a, rest);
        return Add(Add(a, b), Add(c, d));
    }

    /// <summary>Continues the checksum of a manifest with that of a line.</summary>
    internal static ulong Add(ulong checksum, ulong line)
    {
        var hash = Mix(Mix(checksum, line), Factor);
        return hash ^ (hash >> 29);
    }

    private static ulong Mix(ulong hash, ulong word) => BitOperations.RotateLeft((hash ^ word) * Factor, 31);
}
