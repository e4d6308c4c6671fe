using System.Buffers;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Reading.Excel;

/// <summary>Writes the sheets of a workbook as text with tabs: a line for each row, so that line numbers are row numbers.</summary>
internal static class WorkbookSheets
{
    // a damaged or carelessly formatted sheet can state any number of rows
    private const int MostBlankRows = 100_000;
    private static readonly SearchValues<char> s_breaks = SearchValues.Create("\t\r\n\0");

    static WorkbookSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Returns the names and texts of the sheets that are not empty.</summary>
    internal static IEnumerable<(string Name, byte[] Text)> Read(
        ReadOnlyMemory<byte> bytes, FormatDescriptor format, CancellationToken cancellationToken)
    {
        if (ZipSource.IsArchive(bytes))
        {
            using var archive = ZipSource.Open(bytes, format.Name);
            archive.RequireSize();
        }

        using var reader = ExcelReaderFactory.CreateReader(SourceStream.Open(bytes));
        do
        {
            var text = new ArrayBufferWriter<byte>();
            var last = 0;
            for (var blank = 0; blank < MostBlankRows && reader.Read(); blank = last == text.WrittenCount ? 0 : blank + 1)
            {
                cancellationToken.ThrowIfCancellationRequested();
                AddRow(text, reader, ref last);
                if (text.WrittenCount > BoundedBytes.MostUnpacked)
                    throw BoundedBytes.TooLarge(format.Name, reader.Name);
            }

            if (last > 0)
                yield return (reader.Name, text.WrittenSpan[..last].ToArray());
        }
        while (reader.NextResult());
    }

    private static void AddRow(ArrayBufferWriter<byte> text, IExcelDataReader reader, ref int last)
    {
        var written = 0;
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var cell = ToText(reader.GetValue(column));
            if (cell.Length == 0)
                continue;
            for (; written < column; written++)
                text.Write("\t"u8);
            Encoding.UTF8.GetBytes(cell, text);
            last = text.WrittenCount + 1;
        }

        text.Write("\n"u8);
    }

    private static string ToText(object? value) => value switch
    {
        null => "",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        string text => InOneCell(text),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => InOneCell(value.ToString() ?? ""),
    };

    // a quote at the beginning would make one cell of several
    private static string InOneCell(string text)
    {
        if (text.AsSpan().IndexOfAny(s_breaks) >= 0)
            text = string.Join(' ', text.Split(['\t', '\r', '\n', '\0'], StringSplitOptions.RemoveEmptyEntries));
        return text.StartsWith('"') ? text.Trim('"') : text;
    }
}
