using System.Buffers.Binary;

namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>Checks a baseline JPEG: its segments from start to end, density and size, and that its codes make up all its blocks.</summary>
internal static class JpegCheck
{
    public static void Check(ReadOnlyMemory<byte> file, FigureOptions options)
    {
        var bytes = file.Span;
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            throw new InvalidDataException("it does not begin as a JPEG");
        if (!bytes.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]))
            throw new InvalidDataException("it ends before its end mark");
        bool hasDensity = false, hasSize = false;
        ScanCode? first = null, rest = null;
        var at = 2;
        while (true)
        {
            if (bytes.Length - at < 4 || bytes[at] != 0xFF)
                throw new InvalidDataException("it ends within its segments");
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || bytes.Length - at - 2 < length)
                throw new InvalidDataException("it ends within a segment");
            var content = bytes.Slice(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case 0xE0 when content.StartsWith("JFIF\0"u8) && content.Length >= 12:
                    hasDensity = content[7] == 1 && BinaryPrimitives.ReadUInt16BigEndian(content[8..]) == options.Dpi
                        && BinaryPrimitives.ReadUInt16BigEndian(content[10..]) == options.Dpi;
                    break;
                case 0xC0:
                    hasSize = content.Length >= 6 && BinaryPrimitives.ReadUInt16BigEndian(content[1..]) == options.PixelHeight
                        && BinaryPrimitives.ReadUInt16BigEndian(content[3..]) == options.PixelWidth;
                    break;
                case 0xC4 when content.Length > 17 && content[0] == 0:
                    first = new ScanCode(content[1..]);
                    break;
                case 0xC4 when content.Length > 17 && content[0] == 0x10:
                    rest = new ScanCode(content[1..]);
                    break;
                case 0xDA:
                    if (!hasDensity)
                        throw new InvalidDataException($"its resolution is not {options.Dpi} dpi");
                    if (!hasSize || first is null || rest is null)
                        throw new InvalidDataException($"it does not have {options.PixelWidth} × {options.PixelHeight} pixels");
                    var blocks = (options.PixelWidth + 7L) / 8 * ((options.PixelHeight + 7) / 8);
                    new JpegScan(bytes[at..^2]).Read(blocks, first, rest);
                    return;
            }
        }
    }
}
