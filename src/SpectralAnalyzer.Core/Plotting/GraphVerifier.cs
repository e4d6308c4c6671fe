using System.Buffers;
using SpectralAnalyzer.Core.Plotting.Verification;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>Checks a written graph: it is whole, each byte is as it was made where the format has a checksum, and it has the size and the resolution that were asked for.</summary>
public static class GraphVerifier
{
    /// <summary>Reads the file back and checks it.</summary>
    /// <param name="path">Full path of the file.</param>
    /// <param name="format">The format that it must have.</param>
    /// <param name="options">The size and resolution that it must have.</param>
    /// <exception cref="SpectralException">It is not so (<c>OutputCorrupt</c>).</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Verify(string path, GraphFormat format, FigureOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1);
        if (file.Length > Array.MaxLength)
            throw Corrupt(path, "it is larger than a graph can be");
        var length = (int)file.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            file.ReadExactly(buffer, 0, length);
            Verify(buffer.AsMemory(0, length), format, options);
        }
        catch (InvalidDataException e)
        {
            throw Corrupt(path, e.Message, e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Checks the bytes of a file.</summary>
    /// <exception cref="InvalidDataException">They are not a graph of that format, size and resolution.</exception>
    internal static void Verify(ReadOnlyMemory<byte> bytes, GraphFormat format, FigureOptions options)
    {
        switch (format)
        {
            case GraphFormat.Png:
                PngCheck.Check(bytes, options);
                break;
            case GraphFormat.Jpg:
                JpegCheck.Check(bytes.Span, options);
                break;
            case GraphFormat.Pdf:
                PdfCheck.Check(bytes.Span, options);
                break;
            case GraphFormat.Svg:
                SvgCheck.Check(bytes, options);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(format));
        }
    }

    private static SpectralException Corrupt(string path, string reason, Exception? cause = null) => new(
        "OutputCorrupt",
        SpectralErrorCategory.Write,
        $"The graph '{path}' was written but does not check: {reason.TrimEnd('.')}.",
        "Look at the disk's state and free space, and run again.",
        innerException: cause);
}
