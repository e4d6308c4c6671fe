using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>The start of a file as text, for formats that are recognized by their first words.</summary>
internal static class TextHead
{
    /// <summary>Returns the first bytes as UTF-8 or a single-byte encoding, from the first character that is not blank.</summary>
    /// <param name="source">The file.</param>
    /// <param name="reach">How many bytes are looked at.</param>
    public static ReadOnlySpan<byte> Read(SpectralSource source, int reach) =>
        ToUtf8(source.Bytes[..Math.Min(source.Bytes.Length, reach)], out _).Span.TrimStart(" \t\r\n"u8);

    /// <summary>Returns bytes without their byte order mark, UTF-16 and UTF-32 as UTF-8.</summary>
    /// <param name="bytes">The file, or its beginning.</param>
    /// <param name="encoding">Their encoding where it is a Unicode one that shows itself; else null.</param>
    internal static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes, out Encoding? encoding)
    {
        encoding = EncodingDetector.DetectUnicode(bytes.Span, out var preamble);
        var text = bytes[preamble..];
        return encoding is null or UTF8Encoding ? text : Encoding.Convert(encoding, Encoding.UTF8, text.ToArray());
    }

    /// <summary>The first line that is not blank.</summary>
    public static ReadOnlySpan<byte> FirstLine(SpectralSource source)
    {
        var head = Read(source, 512);
        var end = head.IndexOfAny((byte)'\r', (byte)'\n');
        return (end < 0 ? head : head[..end]).TrimEnd(" \t\0"u8);
    }
}
