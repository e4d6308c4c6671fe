using System.Buffers.Binary;

namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>Checks a JPEG: its segments from start to end, density, and size.</summary>
internal static class JpegCheck
{
    public static void Check(ReadOnlyMemory<byte> file, FigureOptions options)
    {
        var bytes = file.Span;
        if (!bytes.StartsWith(new byte[] { 0xFF, 0xD8, 0xFF }))
            throw new InvalidDataException("it does not begin as a JPEG");
        bool hasDensity = false, hasSize = false;
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
                case 0xC0 or 0xC1 or 0xC2:
                    hasSize = content.Length >= 6 && BinaryPrimitives.ReadUInt16BigEndian(content[1..]) == options.PixelHeight
                        && BinaryPrimitives.ReadUInt16BigEndian(content[3..]) == options.PixelWidth;
                    break;
                case 0xDA:
                    if (!hasDensity)
                        throw new InvalidDataException($"its resolution is not {options.Dpi} dpi");
                    if (!hasSize)
                        throw new InvalidDataException($"it does not have {options.PixelWidth} × {options.PixelHeight} pixels");
                    CheckScan(bytes[at..]);
                    return;
            }
        }
    }

    // within a scan 0xFF is followed by 0 or a restart marker; the one end marker is the file's last two bytes
    private static void CheckScan(ReadOnlySpan<byte> scan)
    {
        while (true)
        {
            var at = scan.IndexOf((byte)0xFF);
            if (at < 0 || at + 1 >= scan.Length)
                throw new InvalidDataException("it ends within its pixels");
            var marker = scan[at + 1];
            scan = scan[(at + 2)..];
            if (marker == 0xD9)
            {
                if (!scan.IsEmpty)
                    throw new InvalidDataException("there are bytes after its end");
                return;
            }

            if (marker is not (0 or (>= 0xD0 and <= 0xD7)))
                throw new InvalidDataException("its pixels are broken");
        }
    }
}
