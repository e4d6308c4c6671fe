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
    /// <param name="file">The bytes of the file.</param>
    /// <param name="stated">The encoding that the user states, or null.</param>
    public static JcampText Open(ReadOnlyMemory<byte> file, string? stated)
    {
        var bytes = TextHead.ToUtf8(file, out var unicode);
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
        if (unicode is not null and not UTF8Encoding)
            return new JcampText(bytes, [.. starts], Encoding.UTF8, unicode.WebName);
        if (stated is not null)
            return new JcampText(bytes, [.. starts], EncodingDetector.Named(stated), EncodingDetector.Named(stated).WebName);
        return System.Text.Unicode.Utf8.IsValid(span)
            ? new JcampText(bytes, [.. starts], Encoding.UTF8, "utf-8")
            : new JcampText(bytes, [.. starts], Encoding.Latin1, "latin1");
    }

    /// <summary>The bytes of a line, without its end.</summary>
    public ReadOnlySpan<byte> Line(int line) => _bytes.Span[_starts[line].._starts[line + 1]].TrimEnd("\r\n\0\u001A"u8);

    /// <summary>The bytes of a line from its <c>##</c> on; empty where the line begins otherwise.</summary>
    /// <param name="line">The line, from 0.</param>
    internal ReadOnlySpan<byte> Label(int line) => LabelOf(Line(line), line == 0);

    /// <summary>Returns a line from its <c>##</c> on; empty where it begins otherwise.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isFirst">True for the first line of a file, which may begin with a damaged byte order mark.</param>
    internal static ReadOnlySpan<byte> LabelOf(ReadOnlySpan<byte> line, bool isFirst)
    {
        var at = line.IndexOf("##"u8);
        return at == 0 || at > 0 && (isFirst || line[..at].IndexOfAnyExcept(" \t\0"u8) < 0) ? line[at..] : default;
    }

    /// <summary>The bytes of a line without its end and without a <c>$$</c> comment.</summary>
    public ReadOnlySpan<byte> Data(int line)
    {
        var bytes = Line(line);
        var comment = bytes.IndexOf("$$"u8);
        return comment < 0 ? bytes : bytes[..comment];
    }

    /// <summary>Decodes bytes of the file.</summary>
    public string Decode(ReadOnlySpan<byte> bytes) => _encoding.GetString(bytes);
}
