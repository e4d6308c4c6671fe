using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>The lines of a JCAMP-DX file as bytes; a CR, an LF or both end a line.</summary>
internal sealed class JcampText
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly int[] _starts;
    private readonly Encoding _encoding;

    private JcampText(ReadOnlyMemory<byte> bytes, int[] starts, Encoding encoding, string encodingName)
    {
        _bytes = bytes;
        _starts = starts;
        _encoding = encoding;
        EncodingName = encodingName;
    }

    /// <summary>The encoding's name, as a report shows it.</summary>
    public string EncodingName { get; }

    /// <summary>The number of bytes.</summary>
    public int ByteCount => _bytes.Length;

    /// <summary>The number of lines.</summary>
    public int LineCount => _starts.Length - 1;

    /// <summary>Splits a file into lines.</summary>
    /// <param name="bytes">The text, as UTF-8 or a single-byte encoding.</param>
    /// <param name="original">The bytes of the file, which show how it was encoded.</param>
    /// <param name="stated">The encoding that the user states, or null.</param>
    public static JcampText Open(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> original, string? stated)
    {
        var span = bytes.Span;
        var starts = new List<int>(span.Length / 40 + 2) { 0 };
        for (var i = 0; i < span.Length;)
        {
            var next = span[i..].IndexOfAny((byte)'\r', (byte)'\n');
            if (next < 0)
                break;
            i += next + 1;
            if (span[i - 1] == '\r' && i < span.Length && span[i] == '\n')
                i++;
            starts.Add(i);
        }

        if (starts[^1] != span.Length)
            starts.Add(span.Length);
        var (encoding, name) = EncodingOf(bytes, original, stated);
        return new JcampText(bytes, [.. starts], encoding, name);
    }

    /// <summary>The bytes of a line, without its end.</summary>
    public ReadOnlySpan<byte> Line(int line) => _bytes.Span[_starts[line].._starts[line + 1]].TrimEnd("\r\n\0\u001A"u8);

    /// <summary>The bytes of a line without its end and without a <c>$$</c> comment.</summary>
    public ReadOnlySpan<byte> Data(int line)
    {
        var bytes = Line(line);
        var comment = bytes.IndexOf("$$"u8);
        return comment < 0 ? bytes : bytes[..comment];
    }

    /// <summary>Decodes bytes of the file.</summary>
    public string Decode(ReadOnlySpan<byte> bytes) => _encoding.GetString(bytes);

    private static (Encoding Encoding, string Name) EncodingOf(ReadOnlyMemory<byte> bytes, ReadOnlyMemory<byte> original,
        string? stated)
    {
        if (!bytes.Equals(original) && original.Span[0] != 0xEF)
            return (Encoding.UTF8, original.Span[0] == 0xFF ? "utf-16" : "utf-16BE");
        if (stated is not null)
        {
            var named = EncodingDetector.Named(stated);
            return (named, named.WebName);
        }

        return System.Text.Unicode.Utf8.IsValid(bytes.Span) ? (Encoding.UTF8, "utf-8") : (Encoding.Latin1, "latin1");
    }
}
