using System.Buffers.Binary;
using SkiaSharp;
using SpectralAnalyzer.Core.Plotting.Vector;

namespace SpectralAnalyzer.Core.Plotting.Raster;

internal static class SkiaBitmapWriter
{
    public static void Write(FigureScene scene, FigureOptions options, GraphFormat format, Stream destination, CancellationToken cancellationToken)
    {
        using var bitmap = new SKBitmap(options.PixelWidth, options.PixelHeight, SKColorType.Bgra8888, SKAlphaType.Opaque);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.White);
            canvas.Scale(options.Dpi / 72f);
            using var surface = new CanvasSurface(canvas, options.Dpi / 72d);
            scene.Draw(surface, cancellationToken);
        }

        using var pixels = bitmap.PeekPixels();
        using var encoded = format == GraphFormat.Png
            ? pixels.Encode(new SKPngEncoderOptions(SKPngEncoderFilterFlags.Up, 4))
            : pixels.Encode(new SKJpegEncoderOptions(92, SKJpegEncoderDownsample.Downsample444, SKJpegEncoderAlphaOption.Ignore));
        var bytes = encoded!.ToArray();
        if (format == GraphFormat.Png)
        {
            // after the signature (8 bytes) and IHDR (25)
            destination.Write(bytes, 0, 33);
            destination.Write(Phys(options.Dpi));
            destination.Write(bytes, 33, bytes.Length - 33);
            return;
        }

        bytes[13] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(14), (ushort)options.Dpi);
        BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(16), (ushort)options.Dpi);
        destination.Write(bytes);
    }

    private static byte[] Phys(int dpi)
    {
        var chunk = new byte[21];
        chunk[3] = 9;
        "pHYs"u8.CopyTo(chunk.AsSpan(4));
        var perMetre = (uint)Math.Round(dpi / 0.0254);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8), perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(12), perMetre);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(17), Crc32.Of(chunk.AsSpan(4, 13)));
        return chunk;
    }
}
