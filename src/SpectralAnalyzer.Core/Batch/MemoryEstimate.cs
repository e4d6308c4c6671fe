using SpectralAnalyzer.Core.Plotting;
using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Batch;

/// <summary>Estimates the memory that work needs, rather too high than too low.</summary>
internal static class MemoryEstimate
{
    private const long Fixed = 1 << 18;
    private const int SampleBytes = 1 << 16;
    // a small file is not opened: this many bytes per byte are enough for nearly all
    private const int PerByteOfSmall = 24;
    private const long Small = 1 << 20;
    private const int PerByteOfBinary = 8;
    // the start and end of each line, and the line of each row
    private const int PerLine = 20;
    // a number in two columns, read and converted; with more columns x exists once for each spectrum
    private const int PerNumber = 24;
    private const int PerNumberOfMany = 48;

    private static readonly HashSet<string> s_packed =
        new(StringComparer.OrdinalIgnoreCase) { ".gz", ".bz2", ".zip", ".xlsx", ".xlsm", ".xlsb" };

    /// <summary>Returns the bytes needed to read and compare a file. A file that is missing or inaccessible needs little: it
    /// fails later, in its own stage.</summary>
    internal static long ForFile(string path)
    {
        try
        {
            // a small file is not opened, which includes pipes, whose size is 0; the size of a link is that of its own text
            var info = new FileInfo(path);
            var isLink = (info.Attributes & FileAttributes.ReparsePoint) != 0;
            if (!isLink && (info.Length == 0 || (info.Length <= Small && !s_packed.Contains(info.Extension))))
                return Fixed + (PerByteOfSmall * info.Length);
            using var file =
                new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            var length = file.Length;
            if (PackedFile.StatedLength(file) is { } unpacked)
                return Fixed + length + (PerByteOfBinary * unpacked);
            return length <= Small ? Fixed + (PerByteOfSmall * length) : Fixed + ForLarge(file, length);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Fixed;
        }
    }

    /// <summary>Returns the bytes needed to draw one graph.</summary>
    internal static long ForGraph(IReadOnlyList<GraphFormat> formats, FigureOptions figure) =>
        formats.Count == 0 ? 0 : FigureRenderer.EstimatedBytes(figure);

    /// <summary>Returns the bytes needed for the contact sheet that is being filled.</summary>
    internal static long ForSheet(ContactSheetGrid? grid, FigureOptions figure) =>
        Plotting.Albums.ContactSheet.EstimatedBytes(grid, figure);

    private static long ForLarge(FileStream file, long length)
    {
        // the middle, because the header does not represent the rest
        file.Seek((length / 2) & ~3L, SeekOrigin.Begin);
        var sample = new byte[SampleBytes];
        var read = file.ReadAtLeast(sample, SampleBytes, throwOnEndOfStream: false);
        var (lines, numbers, zeros, foreign) = Count(sample.AsSpan(0, read));
        var isWide = zeros > read / 4;
        if (foreign + (isWide ? 0 : zeros) > read / 20)
            return PerByteOfBinary * length;
        var share = (double)length / Math.Max(1, read);
        var perNumber = numbers > (5 * lines) / 2 ? PerNumberOfMany : PerNumber;
        // UTF-16 text exists as read, as a copy, and decoded in half the bytes
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
                // the packed forms of JCAMP-DX, where a letter begins a number; this also counts the exponents of plain numbers
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
