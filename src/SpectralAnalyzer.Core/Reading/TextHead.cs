using System.Text;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>The start of a file as text, for formats that are recognized by their first words.</summary>
internal static class TextHead
{
    /// <summary>
    /// The first bytes as UTF-8 or a single-byte encoding, without the byte order mark and the blanks before the text.
    /// </summary>
    /// <param name="source">The file.</param>
    /// <param name="reach">How many bytes are looked at.</param>
    public static ReadOnlySpan<byte> Read(SpectralSource source, int reach)
    {
        var head = source.Bytes.Span[..Math.Min(source.Bytes.Length, reach)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            head = head[3..];
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            head = Encoding.Convert(Encoding.Unicode, Encoding.UTF8, head[2..].ToArray());
        else if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            head = Encoding.Convert(Encoding.BigEndianUnicode, Encoding.UTF8, head[2..].ToArray());
        return head.TrimStart(" \t\r\n"u8);
    }

    /// <summary>The first line that is not blank.</summary>
    public static ReadOnlySpan<byte> FirstLine(SpectralSource source)
    {
        var head = Read(source, 512);
        var end = head.IndexOfAny((byte)'\r', (byte)'\n');
        return (end < 0 ? head : head[..end]).TrimEnd(" \t\0"u8);
    }
}
