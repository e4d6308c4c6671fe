using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using SpectralAnalyzer.Core.Plotting.Raster;

namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>Checks a PNG: signature, every chunk's checksum, size, resolution, and that the pixels inflate to what the size asks for.</summary>
internal static class PngCheck
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static void Check(ReadOnlyMemory<byte> file, FigureOptions options)
    {
        var bytes = file.Span;
        if (!bytes.StartsWith(Signature))
            throw new InvalidDataException("it does not begin as a PNG");
        var at = Signature.Length;
        var pixels = new List<ReadOnlyMemory<byte>>(1);
        var expected = -1L;
        var hasResolution = false;
        while (true)
        {
            if (bytes.Length - at < 12)
                throw new InvalidDataException("it ends before its end chunk");
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
                throw new InvalidDataException("it ends within a chunk");
            var type = bytes.Slice(at + 4, 4);
            var content = file.Slice(at + 8, (int)length);
            if (Crc32.Of(bytes.Slice(at + 4, 4 + (int)length)) != BinaryPrimitives.ReadUInt32BigEndian(bytes[(at + 8 + (int)length)..]))
                throw new InvalidDataException("a chunk's checksum is wrong");
            at += 12 + (int)length;
            if (type.SequenceEqual("IHDR"u8))
                expected = CheckHeader(content.Span, options);
            else if (type.SequenceEqual("pHYs"u8))
                hasResolution = CheckResolution(content.Span, options);
            else if (type.SequenceEqual("IDAT"u8))
                pixels.Add(content);
            else if (type.SequenceEqual("IEND"u8))
                break;
        }

        if (at != bytes.Length)
            throw new InvalidDataException("there are bytes after its end");
        if (!hasResolution)
            throw new InvalidDataException("it states no resolution");
        if (Inflated(pixels) != expected)
            throw new InvalidDataException("its pixels are not as many as its size asks for");
    }

    private static long CheckHeader(ReadOnlySpan<byte> header, FigureOptions options)
    {
        if (header.Length != 13)
            throw new InvalidDataException("its header is of a wrong length");
        var width = BinaryPrimitives.ReadUInt32BigEndian(header);
        var height = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        if (width != options.PixelWidth || height != options.PixelHeight)
            throw new InvalidDataException($"it has {width} × {height} pixels instead of {options.PixelWidth} × {options.PixelHeight}");
        var samples = header[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new InvalidDataException("its colour type is not known") };
        return height * (1 + (((long)width * samples * header[8]) + 7) / 8);
    }

    private static bool CheckResolution(ReadOnlySpan<byte> chunk, FigureOptions options)
    {
        var perMetre = (uint)Math.Round(options.Dpi / 0.0254);
        var isRight = chunk.Length == 9 && BinaryPrimitives.ReadUInt32BigEndian(chunk) == perMetre
            && BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]) == perMetre && chunk[8] == 1;
        return isRight ? true : throw new InvalidDataException($"its resolution is not {options.Dpi} dpi");
    }

    private static long Inflated(List<ReadOnlyMemory<byte>> pixels)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        try
        {
            using var stream = new ZLibStream(new JoinedMemory(pixels), CompressionMode.Decompress);
            var total = 0L;
            int read;
            while ((read = stream.Read(buffer, 0, buffer.Length)) > 0)
                total += read;
            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
