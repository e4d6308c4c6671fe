using System.Buffers.Binary;
using System.Globalization;
using SpectralAnalyzer.Core.Plotting.Raster;

namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>
/// Checks a JPEG of the figure's own writer: its segments from start to end, density and size, the checksum that its last comment holds, and
/// that the restart markers within its pixels count the rows of blocks.
/// </summary>
internal static class JpegCheck
{
    public static void Check(ReadOnlySpan<byte> bytes, FigureOptions options)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            throw new InvalidDataException("it does not begin as a JPEG");
        var pixelsEnd = CheckEnd(bytes);
        bool hasDensity = false, hasSize = false;
        var rowHeight = 8;
        var at = 2;
        while (true)
        {
            if (pixelsEnd - at < 4 || bytes[at] != 0xFF)
                throw new InvalidDataException("it ends within its segments");
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (length < 2 || pixelsEnd - at - 2 < length)
                throw new InvalidDataException("it ends within a segment");
            var content = bytes.Slice(at + 4, length - 2);
            at += 2 + length;
            if (marker == 0xE0 && content.StartsWith("JFIF\0"u8) && content.Length >= 12)
            {
                hasDensity = content[7] == 1 && BinaryPrimitives.ReadUInt16BigEndian(content[8..]) == options.Dpi
                    && BinaryPrimitives.ReadUInt16BigEndian(content[10..]) == options.Dpi;
            }
            else if (marker == 0xC0)
            {
                hasSize = content.Length >= 6 && BinaryPrimitives.ReadUInt16BigEndian(content[1..]) == options.PixelHeight
                    && BinaryPrimitives.ReadUInt16BigEndian(content[3..]) == options.PixelWidth;
                rowHeight = content.Length > 7 ? 8 * Math.Max(1, content[7] & 0xF) : 8;
            }
            else if (marker == 0xDA)
            {
                break;
            }
        }

        if (!hasDensity)
            throw new InvalidDataException($"its resolution is not {options.Dpi} dpi");
        if (!hasSize)
            throw new InvalidDataException($"it does not have {options.PixelWidth} × {options.PixelHeight} pixels");
        if (Restarts(bytes[at..pixelsEnd]) != ((options.PixelHeight + rowHeight - 1) / rowHeight) - 1)
            throw new InvalidDataException("it has fewer or more rows of pixels than its size asks for");
    }

    // the comment, then the end mark; answers where the comment begins
    private static int CheckEnd(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.EndsWith((ReadOnlySpan<byte>)[0xFF, 0xD9]))
            throw new InvalidDataException("it ends before its end mark");
        var comment = bytes.Length - 4 - JpegTables.CommentLength;
        if (comment < 4 || !bytes[comment..].StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE, 0, JpegTables.CommentLength])
            || !uint.TryParse(bytes.Slice(comment + 4, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var checksum))
        {
            throw new InvalidDataException("it has no checksum");
        }

        return Crc32C.Of(bytes[..(comment + 4)]) == checksum ? comment : throw new InvalidDataException("its checksum is wrong");
    }

    // a byte of ones within the pixels is followed by a zero, or is a marker
    private static int Restarts(ReadOnlySpan<byte> pixels)
    {
        var count = 0;
        for (int next; (next = pixels.IndexOf((byte)0xFF)) >= 0; pixels = pixels[(next + 2)..])
        {
            if (next + 1 == pixels.Length || (pixels[next + 1] != 0 && pixels[next + 1] != 0xD0 + (count & 7)))
                throw new InvalidDataException("there is a foreign marker within its pixels");
            if (pixels[next + 1] != 0)
                count++;
        }

        return count;
    }
}
