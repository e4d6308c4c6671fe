using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>The bytes of a text file, in an encoding whose digits and delimiters are ASCII, as lines.</summary>
internal sealed class TextDocument
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly byte[] _array;
    private readonly int _offset;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly Encoding _content;

    private TextDocument(ReadOnlyMemory<byte> bytes, Encoding content, string encodingName, int[] starts, int[] ends,
        int lineCount)
    {
        _bytes = bytes;
        (_array, _offset) = MemoryMarshal.TryGetArray(bytes, out var segment) ? (segment.Array!, segment.Offset)
            : (bytes.ToArray(), 0);
        _content = content;
        EncodingName = encodingName;
        _starts = starts;
        _ends = ends;
        LineCount = lineCount;
    }

    /// <summary>Gets the name of the encoding of the file.</summary>
    internal string EncodingName { get; }

    /// <summary>Gets the extension of the file's name, with its dot, in lower case; empty where it is not known.</summary>
    internal string Extension { get; private init; } = "";

    /// <summary>Gets the number of lines, which CRLF, LF or CR end.</summary>
    internal int LineCount { get; }

    internal ReadOnlySpan<byte> Bytes => _bytes.Span;

    internal ReadOnlyMemory<byte> Memory => _bytes;

    internal int StartOf(int index) => _starts[index];

    internal int EndOf(int index) => _ends[index];

    /// <summary>Decodes the bytes of a file; without an encoding that the user states, it is detected.</summary>
    /// <exception cref="SpectralException">The bytes are not text.</exception>
    internal static TextDocument Open(SpectralSource source, string? encodingName)
    {
        var bytes = source.Bytes;
        int preamble;
        Encoding encoding;
        if (encodingName is null)
        {
            encoding = EncodingDetector.Detect(bytes.Span, out preamble);
        }
        else
        {
            encoding = EncodingDetector.Named(encodingName);
            preamble = bytes.Span.StartsWith(encoding.Preamble) ? encoding.Preamble.Length : 0;
        }

        var text = bytes[preamble..];
        var name = encoding.WebName + (preamble == 3 ? "-bom" : "");
        if (encoding.CodePage is 1200 or 1201 or 12000 or 12001)
        {
            text = Encoding.Convert(encoding, Encoding.UTF8, text.ToArray());
            encoding = Encoding.UTF8;
        }

        var (starts, ends, count) = IndexLines(text.Span);
        return new TextDocument(text, encoding, name, starts, ends, count)
        {
            Extension = source.Extension,
        };
    }

    /// <summary>Returns the bytes of a line, from 0, without its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Line(int index) => new(_array, _offset + _starts[index], _ends[index] - _starts[index]);

    internal string TextOf(int index) => Decode(Line(index));

    internal string Decode(ReadOnlySpan<byte> bytes) => _content.GetString(bytes).Replace("\0", "", StringComparison.Ordinal);

    internal bool IsBlank(int index) => Line(index).IndexOfAnyExcept((byte)' ', (byte)'\t', (byte)0) < 0;

    private static (int[] Starts, int[] Ends, int Count) IndexLines(ReadOnlySpan<byte> text)
    {
        var starts = new int[Math.Max(16, text.Length / 24)];
        var ends = new int[starts.Length];
        var count = 0;
        var at = 0;
        while (at < text.Length)
        {
            var length = text[at..].IndexOfAny((byte)'\n', (byte)'\r');
            var end = length < 0 ? text.Length : at + length;
            if (count == starts.Length)
            {
                Array.Resize(ref starts, count * 2);
                Array.Resize(ref ends, count * 2);
            }

            starts[count] = at;
            ends[count++] = end;
            if (length < 0)
                break;
            at = end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }

        return (starts, ends, count);
    }
}
