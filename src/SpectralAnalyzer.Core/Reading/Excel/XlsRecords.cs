using System.Collections;
using SpectralAnalyzer.Core.Reading.Archives;

namespace SpectralAnalyzer.Core.Reading.Excel;

/// <summary>
/// Holds the records of an XLS workbook against what it states, before they are read: the sheets are whole, and no cell is
/// outside the stated range or there twice.
/// </summary>
/// <remarks>After [MS-XLS]. Only the places of cells are looked at, not their values.</remarks>
internal static class XlsRecords
{
    /// <summary>The stream of the workbook.</summary>
    internal const string Stream = "Workbook";

    private const int Longest = 8224;
    private const int Version8 = 0x0600;
    private const int Worksheet = 0x0010;
    private const int Beginning = 0x0809;
    private const int End = 0x000A;
    private const int Sheet = 0x0085;
    private const int Encryption = 0x002F;
    private const int Dimensions = 0x0200;
    private const int ManyNumbers = 0x00BD;
    private const int ManyBlanks = 0x00BE;
    private const int MostRows = 1 << 16;
    private const int MostColumns = 1 << 8;

    // the least length of a record of one cell
    private static readonly Dictionary<int, int> s_cells = new()
    {
        { 0x0006, 20 }, // formula
        { 0x00D6, 8 }, // text with formats
        { 0x00FD, 10 }, // text of the table of texts
        { 0x0201, 6 }, // blank
        { 0x0203, 14 }, // number
        { 0x0204, 8 }, // text
        { 0x0205, 8 }, // truth value or error
        { 0x027E, 10 }, // number in four bytes
    };

    /// <exception cref="SpectralException">The workbook is damaged, protected, or of an earlier version.</exception>
    internal static void Check(ReadOnlyMemory<byte> file, FormatDescriptor format, CancellationToken cancellationToken)
    {
        var stream = new ByteReader(new CompoundFile(file, format.Name).Stream(Stream), format.Name);
        var sheets = new List<long>();
        foreach (var (id, at, _) in Records(stream, 0, format, cancellationToken))
        {
            if (id == Encryption)
                throw Unsupported(format, "a password protects it");
            // the kind of the sheet is behind its place; charts and macros have no cells
            if (id == Sheet && stream.U8(at + 5) == 0)
                sheets.Add(stream.U32(at));
        }

        foreach (var sheet in sheets)
            CheckSheet(stream, sheet, format, cancellationToken);
    }

    private static void CheckSheet(ByteReader stream, long start, FormatDescriptor format, CancellationToken cancellationToken)
    {
        if (stream.U16(start + 6) != Worksheet)
            throw BoundedBytes.Damaged(format.Name, "a sheet is not where it is stated.");
        var range = default(CellRange);
        foreach (var (id, at, length) in Records(stream, start, format, cancellationToken))
        {
            if (id == Dimensions)
                range = CellRange.From(stream, at, format);
            if (id is ManyNumbers or ManyBlanks)
            {
                int first = stream.U16(at + 2), last = stream.U16(at + length - 2), size = id == ManyNumbers ? 6 : 2;
                if (length != 6 + (size * (last - first + 1)))
                    throw BoundedBytes.Damaged(format.Name, "a row of cells has not the stated length.");
                for (var column = first; column <= last; column++)
                    range.Take(stream.U16(at), column, format);
            }
            else if (s_cells.TryGetValue(id, out var least))
            {
                if (length < least)
                    throw BoundedBytes.Damaged(format.Name, "a cell is too short.");
                range.Take(stream.U16(at), stream.U16(at + 2), format);
            }
        }
    }

    /// <summary>Returns the records from a beginning to its end, without those of charts within it.</summary>
    private static IEnumerable<(int Id, long At, int Length)> Records(
        ByteReader stream, long start, FormatDescriptor format, CancellationToken cancellationToken)
    {
        if (stream.U16(start) != Beginning)
            throw BoundedBytes.Damaged(format.Name, "a sheet does not begin where it is stated.");
        if (stream.U16(start + 4) != Version8)
            throw Unsupported(format, "it is of a version before Excel 97");
        var depth = 0;
        var at = start;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            int id = stream.U16(at), length = stream.U16(at + 2);
            if (length > Longest)
                throw BoundedBytes.Damaged(format.Name, "a record is longer than one can be.");
            _ = stream.Span(at + 4, length);
            depth += id == Beginning ? 1 : id == End ? -1 : 0;
            if (depth == 1)
                yield return (id, at + 4, length);
            at += 4 + length;
        }
        while (depth > 0);
    }

    private static SpectralException Unsupported(FormatDescriptor format, string why) => new(
        SpectralErrorIds.UnsupportedContent, SpectralErrorCategory.Unsupported,
        $"The {format.Name} is not read: {why}.", format.Advice);

    /// <summary>The range of cells that a sheet states, and which of them were met.</summary>
    private readonly record struct CellRange(long Row, int Column, int Columns, BitArray Met)
    {
        internal static CellRange From(ByteReader stream, long at, FormatDescriptor format)
        {
            long first = stream.U32(at), rows = stream.U32(at + 4) - first;
            int column = stream.U16(at + 8), columns = stream.U16(at + 10) - column;
            return rows is < 0 or > MostRows || columns is < 0 or > MostColumns
                ? throw BoundedBytes.Damaged(format.Name, "a sheet states more cells than it can have.")
                : new CellRange(first, column, columns, new BitArray((int)rows * columns));
        }

        internal void Take(int row, int column, FormatDescriptor format)
        {
            var at = ((row - Row) * Columns) + (column - Column);
            if (Met is null || row < Row || column < Column || column >= Column + Columns || at >= Met.Length)
                throw BoundedBytes.Damaged(format.Name, Invariant($"row {row + 1} has a cell outside the range of its sheet."));
            if (Met[(int)at])
                throw BoundedBytes.Damaged(format.Name, Invariant($"row {row + 1} has a cell twice."));
            Met[(int)at] = true;
        }
    }
}
