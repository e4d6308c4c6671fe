using System.Buffers;
using System.Globalization;
using System.Text;
using ExcelDataReader;
using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Reading.Excel;

/// <summary>Writes the sheets of a workbook as text with tabs: line numbers are row numbers.</summary>
internal static class WorkbookSheets
{
    // a damaged or carelessly formatted sheet can state any number of rows
    private const int MostRows = 1 << 20;
    private const int MostColumns = 1 << 14;
    private const long MostBlankCells = 1 << 24;
    private const string Relations = "xl/_rels/workbook.";
    private static readonly string[] s_needed = ["/worksheet", "/sharedStrings", "/styles"];
    private static readonly SearchValues<char> s_breaks = SearchValues.Create("\t\r\n\0");

    static WorkbookSheets() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Returns the names and texts of the sheets that are not empty.</summary>
    internal static IEnumerable<(string Name, byte[] Text)> Read(
        ReadOnlyMemory<byte> bytes, FormatDescriptor format, CancellationToken cancellationToken)
    {
        if (ZipSource.IsArchive(bytes))
        {
            using var archive = ZipSource.Open(bytes, format.Name, cancellationToken);
            archive.Check();
            RequireParts(archive, format);
        }

        using var reader = ExcelReaderFactory.CreateReader(SourceStream.Open(bytes));
        do
        {
            var text = new ArrayBufferWriter<byte>();
            int last = 0, width = 0;
            // the library makes room for what a damaged sheet states
            if (reader.RowCount is < 0 or > MostRows || reader.FieldCount > MostColumns)
                throw BoundedBytes.Damaged(format.Name, $"'{reader.Name}' states more rows or columns than a sheet can have.");
            for (var blank = 0;
                blank * (long)Math.Max(1, reader.FieldCount) < MostBlankCells && reader.Read();
                blank = last == text.WrittenCount ? 0 : blank + 1)
            {
                cancellationToken.ThrowIfCancellationRequested();
                AddRow(text, reader, ref width, ref last);
                if (text.WrittenCount > BoundedBytes.MostUnpacked)
                    throw BoundedBytes.TooLarge(format.Name, reader.Name);
            }

            if (last > 0)
                yield return (reader.Name, text.WrittenSpan[..last].ToArray());
        }
        while (reader.NextResult());
    }

    // the library passes over a sheet that it does not find
    private static void RequireParts(ZipSource archive, FormatDescriptor format)
    {
        var list = archive.Names.FirstOrDefault(name => name.StartsWith(Relations, StringComparison.OrdinalIgnoreCase));
        if (list is null || archive.Xml(list) is not { } relations)
            throw BoundedBytes.Damaged(format.Name, "the list of its sheets is missing.");
        foreach (var relation in relations.Elements())
        {
            var target = relation.Attribute("Target")?.Value ?? "";
            var name = target.StartsWith('/') ? target[1..] : "xl/" + target;
            var kind = relation.Attribute("Type")?.Value ?? "";
            if (s_needed.Any(needed => kind.EndsWith(needed, StringComparison.Ordinal))
                && !archive.Names.Contains(name, StringComparer.OrdinalIgnoreCase))
                throw BoundedBytes.Damaged(format.Name, $"'{name}' in it is missing.");
        }
    }

    // a row has as many cells as the widest above it: of two spectra side by side, the shorter runs out in empty cells
    private static void AddRow(ArrayBufferWriter<byte> text, IExcelDataReader reader, ref int width, ref int last)
    {
        var written = 0;
        var isEmpty = true;
        for (var column = 0; column < reader.FieldCount; column++)
        {
            var cell = ToText(reader.GetValue(column));
            if (cell.Length == 0)
                continue;
            for (; written < column; written++)
                text.Write("\t"u8);
            Encoding.UTF8.GetBytes(cell, text);
            isEmpty = false;
        }

        width = Math.Max(width, written);
        for (; !isEmpty && written < width; written++)
            text.Write("\t"u8);
        text.Write("\n"u8);
        if (!isEmpty)
            last = text.WrittenCount;
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
