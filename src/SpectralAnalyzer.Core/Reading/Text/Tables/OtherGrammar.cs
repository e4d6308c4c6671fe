using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Recognizes a row of a table that is written another way: with another decimal mark, or with other delimiters.</summary>
internal static class OtherGrammar
{
    private const int LongestLine = 1 << 16;
    private const int FewestRows = 3;
    private const double FarthestSteps = 3;

    /// <summary>Returns true for a line that takes the place of a row: its cells are not numbers, or are so in another dialect.</summary>
    /// <param name="text">The text in the dialect of the table.</param>
    /// <param name="line">The line, from 0; it is not a row in that dialect.</param>
    /// <param name="columns">The columns of the table.</param>
    internal static bool IsDamagedRow(DelimitedText text, int line, int columns)
    {
        var shape = text.ShapeOf(line);
        return (shape.Cells == columns && (shape.Numbers > 0 || shape.Missing == shape.Cells)) || Find(text, line, columns) is not null;
    }

    /// <summary>Finds the rows right above, within and right below a block that continue its x in another dialect.</summary>
    internal static List<(int Line, Dialect Dialect)> RowsOf(DelimitedText text, NumericBlock block)
    {
        var rows = new List<(int, Dialect)>();
        if (block.Columns < 2 || block.Rows < FewestRows)
            return rows;
        Add(text.LineAbove(block.FirstLine), FirstNumber(text, text.LineBelow(block.FirstLine)), FirstNumber(text, block.FirstLine));
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
