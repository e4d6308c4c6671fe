using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Plotting.Verification;

/// <summary>Checks a PDF: header, end, that the cross-reference table finds every object, and the page's size.</summary>
internal static class PdfCheck
{
    public static void Check(ReadOnlySpan<byte> bytes, FigureOptions options)
    {
        if (!bytes.StartsWith("%PDF-"u8))
            throw new InvalidDataException("it does not begin as a PDF");
        var end = bytes.TrimEnd("\r\n "u8);
        if (!end.EndsWith("%%EOF"u8))
            throw new InvalidDataException("it ends before its end mark");
        var start = end.LastIndexOf("startxref"u8);
        if (start < 0 || !Utf8Parser.TryParse(end[(start + 9)..].TrimStart("\r\n "u8), out int table, out _)
            || table <= 0 || table >= start || !bytes[table..].StartsWith("xref"u8))
        {
            throw new InvalidDataException("it has no cross-reference table");
        }

        CheckObjects(bytes, bytes[table..start]);
        CheckSize(bytes, options);
    }

    private static void CheckObjects(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> table)
    {
        var text = Encoding.ASCII.GetString(table);
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length < 18 || line[17] is not ('n' or 'f'))
            {
                if (line.StartsWith("trailer"))
                    break;
                continue;
            }

            if (line[17] == 'n')
            {
                var name = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj"));
                if (!int.TryParse(line[..10], NumberStyles.None, CultureInfo.InvariantCulture, out var place) || place >= bytes.Length
                    || !bytes[place..].StartsWith(name))
                {
                    throw new InvalidDataException("an object is not where its cross-reference table says");
                }
            }

            number++;
        }

        if (number < 2)
            throw new InvalidDataException("its cross-reference table is empty");
    }

    private static void CheckSize(ReadOnlySpan<byte> bytes, FigureOptions options)
    {
        var at = bytes.IndexOf("/MediaBox"u8);
        var close = at < 0 ? -1 : bytes[at..].IndexOf((byte)']');
        if (close < 0)
            throw new InvalidDataException("it states no page size");
        var box = Encoding.ASCII.GetString(bytes.Slice(at + 9, close - 9)).Trim(' ', '[').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var isRight = box.Length == 4
            && double.TryParse(box[2], NumberStyles.Float, CultureInfo.InvariantCulture, out var width)
            && double.TryParse(box[3], NumberStyles.Float, CultureInfo.InvariantCulture, out var height)
            && Math.Abs(width - (options.Width * 72)) < 0.01 && Math.Abs(height - (options.Height * 72)) < 0.01;
        if (!isRight)
            throw new InvalidDataException(FormattableString.Invariant($"its page is not {options.Width} × {options.Height} inches"));
    }
}
