namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>A Huffman code as a JPEG states it, for reading.</summary>
internal sealed class ScanCode
{
    private const int ShortBits = 9;
    private readonly ushort[] _short = new ushort[1 << ShortBits];
    private readonly List<(int End, ushort Entry)> _long = [];

    /// <summary>A code of its table: how many codes there are of each length, and their symbols.</summary>
    public ScanCode(ReadOnlySpan<byte> table)
    {
        int code = 0, at = 16;
        for (var length = 1; length <= 16; length++)
        {
            for (var i = 0; i < table[length - 1]; i++, code++)
            {
                if (at >= table.Length || (code + 1) << (16 - length) > 1 << 16)
                    throw new InvalidDataException("a code table is broken");
                var entry = (ushort)((length << 8) | table[at++]);
                if (length <= ShortBits)
                    _short.AsSpan(code << (ShortBits - length), 1 << (ShortBits - length)).Fill(entry);
                else
                    _long.Add(((code + 1) << (16 - length), entry));
            }

            code <<= 1;
        }
    }

    /// <summary>The code at the head of 16 bits, as its length × 256 + its symbol; 0 where there is none.</summary>
    public ushort Find(ushort next)
    {
        var entry = _short[next >> (16 - ShortBits)];
        if (entry != 0)
            return entry;
        int low = 0, high = _long.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_long[middle].End > next)
                high = middle;
            else
                low = middle + 1;
        }

        return low < _long.Count ? _long[low].Entry : (ushort)0;
    }
}
