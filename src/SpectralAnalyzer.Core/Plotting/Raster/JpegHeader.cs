using System.Buffers.Binary;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>What stands before the pixels of a JPEG: resolution, tables, size.</summary>
internal static class JpegHeader
{
    /// <summary>Writes it.</summary>
    /// <param name="bits">Takes it.</param>
    /// <param name="surface">The pixels.</param>
    /// <param name="dpi">Their resolution.</param>
    /// <param name="sampling">How many pixels across and down share a colour.</param>
    public static void Write(JpegBits bits, PixelSurface surface, int dpi, int sampling)
    {
        bits.Add([0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 2, 1]);
        AddWord(bits, dpi);
        AddWord(bits, dpi);
        bits.Add([0, 0]);
        for (var table = 0; table < 2; table++)
        {
            bits.Add([0xFF, 0xDB, 0, 67, (byte)table]);
            foreach (var place in JpegTables.Zigzag)
                bits.Add([(table == 0 ? JpegTables.LumaSteps : JpegTables.ChromaSteps)[place]]);
        }

        bits.Add([0xFF, 0xC0, 0, 17, 8]);
        AddWord(bits, surface.Height);
        AddWord(bits, surface.Width);
        bits.Add([3, 1, (byte)(sampling * 0x11), 0, 2, 0x11, 1, 3, 0x11, 1]);
        foreach (var (code, kind) in new[] { (JpegTables.First, 0x00), (JpegTables.Rest, 0x10) })
        {
            bits.Add([0xFF, 0xC4]);
            AddWord(bits, 19 + code.Symbols.Length);
            bits.Add([(byte)kind]);
            bits.Add(code.Counts);
            bits.Add(code.Symbols);
        }

        // a restart after each row of blocks
        bits.Add([0xFF, 0xDD, 0, 4]);
        AddWord(bits, (surface.Width + (8 * sampling) - 1) / (8 * sampling));
        bits.Add([0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
    }

    private static void AddWord(JpegBits bits, int value)
    {
        Span<byte> word = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(word, checked((ushort)value));
        bits.Add(word);
    }
}
