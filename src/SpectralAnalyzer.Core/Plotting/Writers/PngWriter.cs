using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Numerics;
using SkiaSharp;

namespace SpectralAnalyzer.Core.Plotting.Writers;

/// <summary>
/// Writes pixels as a PNG with a palette (PNG specification, 3rd edition). Rows are stored as the difference from the previous
/// row, which in a graph is nearly all zeros, and compressed as runs. Skia's own encoder takes more time for twice the bytes.
/// </summary>
internal sealed class PngWriter : IDisposable
{
    private const int CacheBits = 15;

    // the same memory is used for each graph
    private readonly ulong[] _cache = new ulong[1 << CacheBits];
    private readonly MemoryStream _compressed = new(1 << 18);
    private PngPalette? _palette;

    public void Dispose() => _compressed.Dispose();

    /// <summary>Writes a PNG.</summary>
    /// <param name="pixels">The pixels as 0xAARRGGBB, row by row.</param>
    /// <param name="options">Size and resolution.</param>
    /// <param name="palette">The colors.</param>
    /// <param name="destination">The stream to write to.</param>
    internal void Write(ReadOnlySpan<uint> pixels, FigureOptions options, PngPalette palette, Stream destination)
    {
        if (_palette != palette)
        {
            Array.Clear(_cache);
            _palette = palette;
        }

        Compress(pixels, options.PixelWidth);
        destination.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, options.PixelWidth);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], options.PixelHeight);
        (header[8], header[9], header[10], header[11], header[12]) = (8, 3, 0, 0, 0);
        WriteChunk(destination, "IHDR"u8, header);
        WriteChunk(destination, "sRGB"u8, [0]);
        WriteResolution(destination, options.Dpi);
        WriteChunk(destination, "PLTE"u8, [.. palette.Colors.SelectMany(c => (byte[])[c.Red, c.Green, c.Blue])]);
        WriteChunk(destination, "IDAT"u8, _compressed.GetBuffer().AsSpan(0, (int)_compressed.Length));
        WriteChunk(destination, "IEND"u8, []);
    }

    /// <summary>Writes the chunk with the resolution.</summary>
    internal static void WriteResolution(Stream destination, int dpi)
    {
        Span<byte> resolution = stackalloc byte[9];
        var perMeter = (uint)Math.Round(dpi / 0.0254);
        BinaryPrimitives.WriteUInt32BigEndian(resolution, perMeter);
        BinaryPrimitives.WriteUInt32BigEndian(resolution[4..], perMeter);
        resolution[8] = 1;
        WriteChunk(destination, "pHYs"u8, resolution);
    }

    private static void WriteChunk(Stream destination, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        destination.Write(number);
        destination.Write(type);
        destination.Write(content);
        var crc = new Crc32();
        crc.Append(type);
        crc.Append(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, crc.GetCurrentHashAsUInt32());
        destination.Write(number);
    }

    private void Compress(ReadOnlySpan<uint> pixels, int width)
    {
        _compressed.SetLength(0);
        var options =
            new ZLibCompressionOptions { CompressionLevel = 6, CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding };
        using var zlib = new ZLibStream(_compressed, options, leaveOpen: true);
        byte[] above = new byte[width], row = new byte[width], filtered = new byte[width + 1];
        filtered[0] = 2;
        for (; pixels.Length > 0; pixels = pixels[width..])
        {
            ToIndices(pixels[..width], row);
            Subtract(row, above, filtered.AsSpan(1));
            zlib.Write(filtered);
            (above, row) = (row, above);
        }
    }

    private void ToIndices(ReadOnlySpan<uint> pixels, Span<byte> indices)
    {
        while (pixels.Length > 0)
        {
            var color = pixels[0];
            var length = pixels.Length > 1 && pixels[1] == color ? pixels.IndexOfAnyExcept(color) : 1;
            length = length < 0 ? pixels.Length : length;
            indices[..length].Fill(Find(color));
            pixels = pixels[length..];
            indices = indices[length..];
        }
    }

    private byte Find(uint color)
    {
        ref var cached = ref _cache[(color * 0x9E3779B1u) >> (32 - CacheBits)];
        if ((uint)cached != color)
            cached = color | ((ulong)_palette!.Find(new SKColor(color)) << 32);
        return (byte)(cached >> 32);
    }

    private static void Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> difference)
    {
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            (new Vector<byte>(row[i..]) - new Vector<byte>(above[i..])).CopyTo(difference[i..]);
        for (; i < row.Length; i++)
            difference[i] = (byte)(row[i] - above[i]);
    }
}
