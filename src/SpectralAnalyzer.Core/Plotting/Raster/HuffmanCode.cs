namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>A canonical Huffman code of limited length (RFC 1951, 3.2.2).</summary>
internal sealed class HuffmanCode
{
    private HuffmanCode(byte[] lengths)
    {
        Lengths = lengths;
        Codes = new ushort[lengths.Length];
        var next = new int[17];
        for (var length = 1; length <= 15; length++)
            next[length + 1] = (next[length] + lengths.Count(l => l == length)) << 1;
        for (var symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] > 0)
                Codes[symbol] = Reversed(next[lengths[symbol]]++, lengths[symbol]);
        }
    }

    /// <summary>The bits of each symbol's code; 0 where it does not occur.</summary>
    public byte[] Lengths { get; }

    /// <summary>The codes, first bit lowest, as deflate writes them.</summary>
    public ushort[] Codes { get; }

    /// <summary>The code for symbols that occur so often.</summary>
    /// <param name="counts">How often each occurs.</param>
    /// <param name="limit">The longest code.</param>
    public static HuffmanCode For(ReadOnlySpan<int> counts, int limit)
    {
        var lengths = new byte[counts.Length];
        var weights = counts.ToArray();
        while (!TryLengths(weights, lengths, limit))
        {
            // flatter weights give shorter codes; what is lost by it is next to nothing
            for (var i = 0; i < weights.Length; i++)
                weights[i] = weights[i] == 0 ? 0 : (weights[i] >> 1) + 1;
        }

        return new HuffmanCode(lengths);
    }

    private static bool TryLengths(int[] weights, byte[] lengths, int limit)
    {
        Array.Clear(lengths);
        var queue = new PriorityQueue<int, (long Weight, int Node)>();
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] > 0)
                queue.Enqueue(i, (weights[i], i));
        }

        if (queue.Count == 1)
        {
            lengths[queue.Dequeue()] = 1;
            return true;
        }

        var parents = new int[2 * weights.Length];
        var node = weights.Length;
        while (queue.TryDequeue(out var first, out var a) && queue.TryDequeue(out var second, out var b))
        {
            parents[first] = parents[second] = node;
            queue.Enqueue(node, (a.Weight + b.Weight, node));
            node++;
        }

        var root = node - 1;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            var depth = 0;
            for (var at = i; at != root; at = parents[at])
                depth++;
            if (depth > limit)
                return false;
            lengths[i] = (byte)depth;
        }

        return true;
    }

    private static ushort Reversed(int code, int length)
    {
        var reversed = 0;
        for (var i = 0; i < length; i++)
            reversed |= ((code >> i) & 1) << (length - 1 - i);
        return (ushort)reversed;
    }
}
