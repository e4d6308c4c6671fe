namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Finds the runs of rows in a file under one dialect.</summary>
internal static class BlockFinder
{
    private const int LongestGap = 3;

    /// <summary>The blocks of a range of lines, in the file's order.</summary>
    /// <param name="document">The file.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="from">The first line, from 0.</param>
    /// <param name="to">The line after the last.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static List<NumericBlock> Find(
        TextDocument document, Dialect dialect, int from, int to, CancellationToken cancellationToken)
    {
        var blocks = new List<NumericBlock>();
        var row = new RowCells(dialect);
        NumericBlock? open = null;
        for (var i = from; i < to; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var line = document.Line(i);
            if (line.IsEmpty)
                continue;
            var shape = LineShape.Of(line, row, dialect);
            if (shape.Cells == 0)
                continue;
            if (open is not null && open.Accepts(shape))
            {
                open.Add(i, shape);
                continue;
            }

            open = null;
            if (!shape.IsRow)
                continue;
            open = new NumericBlock { FirstLine = i };
            open.Add(i, shape);
            blocks.Add(open);
        }

        return blocks;
    }

    /// <summary>Puts together blocks that a few foreign lines part but whose numbers run on.</summary>
    public static List<NumericBlock> Join(TextDocument document, Dialect dialect, List<NumericBlock> blocks)
    {
        var joined = new List<NumericBlock>();
        var row = new RowCells(dialect);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (joined.Count == 0 || !RunsOn(document, dialect, row, joined[^1], block))
            {
                joined.Add(block);
                continue;
            }

            for (var line = joined[^1].LastLine + 1; line < block.FirstLine; line++)
            {
                if (!document.IsBlank(line))
                    joined[^1].ForeignLines.Add(line);
            }

            joined[^1].Append(block);
        }

        return joined;
    }

    private static bool RunsOn(TextDocument document, Dialect dialect, RowCells row, NumericBlock one, NumericBlock two)
    {
        if (one.Rows < 2 || one.Columns < 2 || two.Columns < 2)
            return false;
        var gap = 0;
        for (var line = one.LastLine + 1; line < two.FirstLine && gap <= LongestGap; line++)
        {
            if (!document.IsBlank(line))
                gap++;
        }

        if (gap > LongestGap || two.FirstLine - one.LastLine > 200)
            return false;
        var a = FirstNumbers(document.Line(PreviousRow(document, one)), dialect, row);
        var b = FirstNumbers(document.Line(one.LastLine), dialect, row);
        var c = FirstNumbers(document.Line(two.FirstLine), dialect, row);
        for (var k = 0; k < 4; k++)
        {
            if (double.IsNaN(a[k]) || double.IsNaN(b[k]) || double.IsNaN(c[k]))
                continue;
            double before = b[k] - a[k], across = c[k] - b[k];
            if (before * across > 0 && Math.Abs(across) <= 8 * Math.Abs(before))
                return true;
        }

        return false;
    }

    private static int PreviousRow(TextDocument document, NumericBlock block)
    {
        var line = block.LastLine - 1;
        while (line > block.FirstLine && (document.IsBlank(line) || block.ForeignLines.Contains(line)))
            line--;
        return line;
    }

    private static double[] FirstNumbers(ReadOnlySpan<byte> line, Dialect dialect, RowCells row)
    {
        double[] numbers = [double.NaN, double.NaN, double.NaN, double.NaN];
        var count = row.Split(line);
        for (var i = 0; i < Math.Min(4, count); i++)
        {
            if (NumericCell.Classify(row.Cell(line, i), dialect.Mark, out var value) == CellKind.Number)
                numbers[i] = value;
        }

        return numbers;
    }
}
