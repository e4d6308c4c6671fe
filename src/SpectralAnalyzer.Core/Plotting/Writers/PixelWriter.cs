using System.Buffers.Binary;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>Draws figures in pixels and writes them as PNG or JPG. It is not thread-safe and keeps its memory.</summary>
internal sealed class PixelWriter : IDisposable
{
    private const int JpegQuality = 85;
    private readonly SKBitmap _bitmap;
    private readonly SKCanvas _canvas;
    private readonly PngWriter _png = new();

    internal PixelWriter(FigureOptions options)
    {
        _bitmap = new SKBitmap(options.PixelWidth, options.PixelHeight, SKColorType.Bgra8888, SKAlphaType.Opaque);
        _canvas = new SKCanvas(_bitmap);
        _canvas.Scale((float)(options.Dpi / 72d));
    }

    internal void WritePng(FigurePage page, Stream destination, CancellationToken cancellationToken)
    {
        page.Draw(_canvas, page.Options.Dpi / 72d, cancellationToken);
        if (page.Theme.Logo is not null)
            WriteTrueColor(_bitmap, page.Options.Dpi, destination);
        else
            _png.Write(MemoryMarshal.Cast<byte, uint>(_bitmap.GetPixelSpan()), page.Options, page.Palette, destination);
    }

    /// <summary>Writes pixels of any colors, such as those of a logo, as PNG.</summary>
    internal static void WriteTrueColor(SKBitmap bitmap, int dpi, Stream destination)
    {
        using var pixels = bitmap.PeekPixels();
        using var png = pixels.Encode(SKPngEncoderOptions.Default)
            ?? throw new InvalidOperationException("The picture could not be encoded as PNG.");
        var bytes = png.AsSpan();
        // signature and IHDR, which the resolution follows
        const int head = 33;
        destination.Write(bytes[..head]);
        PngWriter.WriteResolution(destination, dpi);
        destination.Write(bytes[head..]);
    }

    internal void WriteJpg(FigurePage page, Stream destination, CancellationToken cancellationToken)
    {
        page.Draw(_canvas, page.Options.Dpi / 72d, cancellationToken);
        using var pixels = _bitmap.PeekPixels();
        using var jpeg = pixels.Encode(new SKJpegEncoderOptions(
            JpegQuality, SKJpegEncoderDownsample.Downsample420, SKJpegEncoderAlphaOption.Ignore))
            ?? throw new InvalidOperationException("The picture could not be encoded as JPEG.");
        var bytes = jpeg.AsSpan();
        // Skia writes a JFIF header without a resolution (JFIF 1.02: unit, horizontal and vertical density)
        const int unit = 13;
        if (!bytes[..11].SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0]))
            throw new InvalidOperationException("The JPEG does not begin with a JFIF header.");
        Span<byte> density = stackalloc byte[5];
        density[0] = 1;
        BinaryPrimitives.WriteUInt16BigEndian(density[1..], (ushort)page.Options.Dpi);
        BinaryPrimitives.WriteUInt16BigEndian(density[3..], (ushort)page.Options.Dpi);
        destination.Write(bytes[..unit]);
        destination.Write(density);
        destination.Write(bytes[(unit + 5)..]);
    }

    public void Dispose()
    {
        _png.Dispose();
        _canvas.Dispose();
        _bitmap.Dispose();
    }
}
