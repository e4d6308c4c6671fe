using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Estimates the memory that the work on a file needs, on the high side.</summary>
internal static class MemoryEstimate
{
    private const long Fixed = 1 << 18;
    private const int SampleBytes = 1 << 16;
    // a small file is not worth a look: this much a byte holds for nearly all of them
    private const int PerByteOfSmall = 24;
    private const long Small = 1 << 20;
    private const int PerByteOfBinary = 8;
    // where lines begin and end, and the line of each row
    private const int PerLine = 20;
    // a number of two columns, read and converted; in more columns x is there once for each spectrum
    private const int PerNumber = 24;
    private const int PerNumberOfMany = 48;

    /// <summary>What reading and comparing one file needs in bytes. A file that is gone or may not be looked at needs nothing: it fails in its own stage.</summary>
    /// <param name="path">Full path of the file.</param>
    internal static long ForFile(string path)
    {
        try
        {
            // a small file is not opened, and so not a pipe, whose size is 0; of a link the size is that of its own text
            var info = new FileInfo(path);
            if (info.Length <= Small && (info.Attributes & FileAttributes.ReparsePoint) == 0)
                return Fixed + (PerByteOfSmall * info.Length);
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var length = file.Length;
            return length <= Small ? Fixed + (PerByteOfSmall * length) : Fixed + OfLarge(file, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Fixed;
        }
    }

    /// <summary>What drawing one graph needs in bytes.</summary>
    /// <param name="formats">The formats of the graph.</param>
    /// <param name="figure">Its size.</param>
    internal static long ForGraph(IReadOnlyList<GraphFormat> formats, FigureOptions figure) =>
        formats.Count == 0 ? 0 : FigureRenderer.EstimatedBytes(figure);

    private static long OfLarge(FileStream file, long length)
    {
        // the middle: the head of a file is not what it is made of
        file.Seek((length / 2) & ~3L, SeekOrigin.Begin);
        var sample = new byte[SampleBytes];
        var read = file.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        var (lines, numbers, zeros, foreign) = Count(sample.AsSpan(0, read));
        var isWide = zeros > read / 4;
        if (foreign + (isWide ? 0 : zeros) > read / 20)
            return PerByteOfBinary * length;
        var share = (double)length / Math.Max(1, read);
        var perNumber = numbers > (5 * lines) / 2 ? PerNumberOfMany : PerNumber;
        // UTF-16 is there once as it is, once more as a copy, and in half the bytes once decoded
        return (long)((isWide ? 2.5 : 1) * length) + (long)(share * (((double)PerLine * lines) + ((double)perNumber * numbers)));
    }

    private static (int Lines, int Numbers, int Zeros, int Foreign) Count(ReadOnlySpan<byte> sample)
    {
        int lines = 0, numbers = 0, zeros = 0, foreign = 0;
        var within = false;
        foreach (var sign in sample)
        {
            switch (sign)
            {
                case 0:
                    zeros++;
                    break;
                case >= (byte)'0' and <= (byte)'9' or (byte)'.':
                    numbers += within ? 0 : 1;
                    within = true;
                    break;
                case (byte)'-' or (byte)'+':
                    within = false;
                    break;
                // the packed forms of JCAMP-DX, where a letter begins a number; the exponent of a plain one is counted too
                case >= (byte)'@' and <= (byte)'Z' or >= (byte)'a' and <= (byte)'z' or (byte)'%':
                    numbers++;
                    within = true;
                    break;
                case (byte)'\n' or (byte)'\r':
                    lines++;
                    within = false;
                    break;
                case < 0x20 and not (byte)'\t' or 0x7F:
                    foreign++;
                    break;
                default:
                    within = false;
                    break;
            }
        }

        return (lines, numbers, zeros, foreign);
    }
}
