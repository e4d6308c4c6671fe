using System.Buffers.Binary;

namespace SpectralAnalyzer.Core.Plotting.Raster;

/// <summary>Writes pixels as a PNG of 256 colours, with its resolution (PNG specification, 2nd edition).</summary>
internal sealed class PngWriter
{
    private readonly PixelDeflater _deflater = new();

    public void Write(PixelSurface surface, int dpi, Stream destination)
    {
        destination.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, surface.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], surface.Height);
        header[8] = 8;
        header[9] = 3;
        WriteChunk(destination, "IHDR"u8, header);
        WriteChunk(destination, "sRGB"u8, [0]);
        Span<byte> resolution = stackalloc byte[9];
        BinaryPrimitives.WriteUInt32BigEndian(resolution, (uint)Math.Round(dpi / 0.0254));
        BinaryPrimitives.WriteUInt32BigEndian(resolution[4..], (uint)Math.Round(dpi / 0.0254));
        resolution[8] = 1;
        WriteChunk(destination, "pHYs"u8, resolution);
        var colours = surface.Palette.Colours;
        Span<byte> palette = stackalloc byte[colours.Count * 3];
        for (var i = 0; i < colours.Count; i++)
        {
            palette[3 * i] = (byte)(colours[i] >> 16);
            palette[(3 * i) + 1] = (byte)(colours[i] >> 8);
            palette[(3 * i) + 2] = (byte)colours[i];
        }

        WriteChunk(destination, "PLTE"u8, palette);
        WriteChunk(destination, "IDAT"u8, _deflater.Pack(surface.Pixels, surface.Width));
        WriteChunk(destination, "IEND"u8, []);
    }

    private static void WriteChunk(Stream destination, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> frame = stackalloc byte[8];
        BinaryPrimitives.WriteInt32BigEndian(frame, content.Length);
        type.CopyTo(frame[4..]);
        destination.Write(frame);
        destination.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(frame, Crc32.Of(content, Crc32.Of(type)));
        destination.Write(frame[..4]);
    }
}
