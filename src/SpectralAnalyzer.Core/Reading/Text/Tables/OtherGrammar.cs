using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>
/// Recognizes a row of a table that is written another way: with another decimal mark, or with other delimiters.
/// </summary>
internal static class OtherGrammar
{
    private const int LongestLine = 1 << 16;
    private const int FewestRows = 3;
    private const double FarthestSteps = 3;

    /// <summary>
    /// Returns true for a line that takes the place of a row: its cells are not numbers, or are so in another dialect.
    /// </summary>
    /// <param name="text">The text in the dialect of the table.</param>
    /// <param name="line">The line, from 0; it is not a row in that dialect.</param>
    /// <param name="columns">The columns of the table.</param>
    internal static bool IsDamagedRow(DelimitedText text, int line, int columns)
    {
        var shape = text.ShapeOf(line);
        return (shape.Cells == columns && shape.Numbers > 0) || (shape.Cells >= 2 && shape.Missing == shape.Cells)
            || Find(text, line, columns) is not null;
    }

    /// <summary>Finds the rows right above, within and right below a block that continue its x in another dialect.</summary>
    internal static List<(int Line, Dialect Dialect)> RowsOf(DelimitedText text, NumericBlock block)
    {
        var rows = new List<(int, Dialect)>();
        if (block.Columns < 2 || block.Rows < FewestRows)
            return rows;
        Add(text.LineAbove(block.FirstLine), FirstNumber(text, text.LineBelow(block.FirstLine)),
            FirstNumber(text, block.FirstLine));
        foreach (var line in block.ForeignLines)
        {
            if (Find(text, line, block.Columns) is { } found)
                rows.Add((line, found.Dialect));
        }

        Add(text.LineBelow(block.LastLine), FirstNumber(text, text.LineAbove(block.LastLine)), FirstNumber(text, block.LastLine));
        return rows;

        void Add(int line, double before, double last)
        {
            if (line >= 0 && Find(text, line, block.Columns) is { } found
                && (found.X - last) * (last - before) > 0 && Math.Abs(found.X - last) <= FarthestSteps * Math.Abs(last - before))
                rows.Add((line, found.Dialect));
        }
    }

    /// <summary>
    /// Returns true for a line of one number with which the x before the first row begins: the rest of the row is lost.
    /// </summary>
    internal static bool IsBeginningOfX(DelimitedText text, NumericBlock block, int line)
    {
        if (block.Columns < 2 || block.Rows < FewestRows || text.ShapeOf(line) is not { Cells: 1, Numbers: 1 })
            return false;
        var first = FirstNumber(text, block.FirstLine);
        var expected = (2 * first) - FirstNumber(text, text.LineBelow(block.FirstLine));
        var digits = Encoding.ASCII.GetString(text.Line(line).Trim(" \t,;|"u8)).TrimEnd('.');
        // the number of points and other counts stand above tables as well
        return FirstNumber(text, line) != block.Rows
            && Math.Round(expected, 6).ToString(CultureInfo.InvariantCulture).StartsWith(digits, StringComparison.Ordinal);
    }

    /// <summary>Returns true for a whole row above a block whose x its first rows continue.</summary>
    internal static bool Continues(DelimitedText text, NumericBlock block, int line)
    {
        if (text.ShapeOf(line) is not { Texts: 0 } shape || shape.Cells != block.Columns || shape.Numbers != shape.Cells
            || shape.Cells < 2)
            return false;
        double x = FirstNumber(text, line), first = FirstNumber(text, block.FirstLine);
        var step = FirstNumber(text, text.LineBelow(block.FirstLine)) - first;
        return (first - x) * step > 0 && Math.Abs(first - x) <= FarthestSteps * Math.Abs(step);
    }

    /// <summary>
    /// Returns true for a line beside a table that is all numbers but for a character or two: a damaged row, which names and
    /// remarks are not.
    /// </summary>
    internal static bool IsNearlyRow(DelimitedText text, int line)
    {
        if (text.Line(line).Length > LongestLine)
            return false;
        var row = text.Split(line);
        int numbers = 0, nearly = 0, missing = 0;
        for (var c = 0; c < row.Count; c++)
        {
            var kind = row.Classify(c, out _);
            if (kind == CellKind.Number)
                numbers++;
            else if (kind == CellKind.Missing)
                missing++;
            else if (kind == CellKind.Text && !IsNearlyNumber(row[c]))
                return false;
            else if (kind == CellKind.Text)
                nearly++;
        }

        return (numbers >= 1 && numbers + nearly >= 2) || (missing >= 2 && missing == row.Count);
    }

    private static bool IsNearlyNumber(ReadOnlySpan<byte> cell)
    {
        int digits = 0, others = 0, marks = 0;
        foreach (var b in cell)
        {
            if (b is >= (byte)'0' and <= (byte)'9')
                digits++;
            else if (b is (byte)'.' or (byte)',')
                marks++;
            else if (b is not ((byte)'+' or (byte)'-' or (byte)'e' or (byte)'E'))
                others++;
        }

        return digits >= 1 && others <= 1 && marks <= 2 && digits > others;
    }

    /// <summary>Returns the dialect in which a line is a whole row, and its first number; null where there is none.</summary>
    internal static (Dialect Dialect, double X)? Find(DelimitedText text, int line, int columns)
    {
        var bytes = text.Line(line);
        if (bytes.Length > LongestLine || bytes.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
            return null;
        foreach (var delimiter in (ReadOnlySpan<Delimiter>)
            [text.Dialect.Delimiter, Delimiter.Tab, Delimiter.Semicolon, Delimiter.Comma, Delimiter.Blanks])
        {
            foreach (var mark in (ReadOnlySpan<DecimalMark>)[text.Dialect.Mark, Other(text.Dialect.Mark)])
            {
                var dialect = new Dialect(delimiter, mark);
                if (dialect == text.Dialect)
                    continue;
                var other = new DelimitedText(text.Document, dialect);
                var shape = other.ShapeOf(line);
                if (shape.Cells == columns && shape.Numbers == columns && other.Split(line).IsNumber(0, out var x))
                    return (dialect, x);
            }
        }

        return null;
    }

    private static double FirstNumber(DelimitedText text, int line) =>
        line >= 0 && text.Split(line).IsNumber(0, out var value) ? value : double.NaN;

    private static DecimalMark Other(DecimalMark mark) => mark == DecimalMark.Comma ? DecimalMark.Point : DecimalMark.Comma;
}
