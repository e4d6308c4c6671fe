namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>A Huffman code of JPEG, made from how many codes there are of each length, 1 to 16 bits, and their symbols in order.</summary>
internal sealed class JpegCode
{
    public JpegCode(byte[] counts, byte[] symbols)
    {
        if (counts.Sum(c => c) != symbols.Length)
            throw new ArgumentException("There must be as many symbols as codes.", nameof(symbols));
        Counts = counts;
        Symbols = symbols;
        int code = 0, at = 0;
        for (var length = 1; length <= 16; length++)
        {
            for (var i = 0; i < counts[length - 1]; i++)
            {
                Codes[symbols[at]] = (ushort)code++;
                Lengths[symbols[at++]] = (byte)length;
            }

            code <<= 1;
        }
    }

    public byte[] Counts { get; }

    public byte[] Symbols { get; }

    /// <summary>The code of each symbol.</summary>
    public ushort[] Codes { get; } = new ushort[256];

    /// <summary>Its bits.</summary>
    public byte[] Lengths { get; } = new byte[256];
}
