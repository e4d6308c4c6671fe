using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Finds the runs of rows in a file under one dialect.</summary>
internal static class BlockFinder
{
    private const int LongestGap = 3;
    private const int FewRows = 2;

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
        if (ArePartedByComments(document, blocks))
            return blocks;
        var row = new RowCells(dialect);
        foreach (var block in blocks)
        {
            if (joined.Count > 1 && joined[^1].Rows <= FewRows && RunsOn(document, dialect, row, joined[^2], block))
                joined.RemoveAt(joined.Count - 1);
            else if (joined.Count == 0 || !RunsOn(document, dialect, row, joined[^1], block))
            {
                if (joined.Count == 0 || block.Columns > 1)
                    TakeRowAbove(document, dialect, row, block, joined.Count > 0 ? joined[^1].LastLine : -1);
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
        if (one.Columns < 2 || two.Columns < 2 || two.FirstLine - one.LastLine > 200)
            return false;
        // two rows run into one are no more columns
        int left = one.LastCells, right = two.FirstCells;
        if (Math.Abs(left - right) > 1 && (left * 2 > right * 3 || right * 2 > left * 3))
            return false;
        int gap = 0, damaged = 0;
        for (var line = one.LastLine + 1; line < two.FirstLine && gap <= LongestGap; line++)
        {
            if (document.IsBlank(line))
                continue;
            gap++;
            var shape = LineShape.Of(document.Line(line), row, dialect);
            if (shape.Cells == one.Columns && shape.Numbers > 0)
                damaged++;
        }

        if (gap > LongestGap)
            return false;
        // a row above a line of names is none of the table
        if (one.Rows < 2 && gap > damaged)
            return false;
        if (one.Rows < 2 && two.Rows < 2)
            return gap <= 2 && one.Columns == two.Columns && one.TextMask == 0 && two.TextMask == 0;
        var b = FirstNumbers(document.Line(one.LastLine), dialect, row);
        var c = FirstNumbers(document.Line(two.FirstLine), dialect, row);
        var (from, to) = one.Rows >= 2
            ? (FirstNumbers(document.Line(PreviousRow(document, one)), dialect, row), b)
            : (c, FirstNumbers(document.Line(NextRow(document, two)), dialect, row));
        for (var k = 0; k < 4; k++)
        {
            double step = to[k] - from[k], across = c[k] - b[k];
            if (double.IsNaN(step) || step == 0)
                continue;
            // only the first column that moves can be x; where the first row is damaged, the second has to fit
            return Fits(step, across) || (gap > 0 && damaged == gap && step * across > 0)
                || (two.Rows > FewRows && Fits(step, FirstNumbers(document.Line(NextRow(document, two)), dialect, row)[k] - b[k]));
        }

        return false;
    }

    private static bool Fits(double step, double across) => step * across > 0 && Math.Abs(across) <= 8 * Math.Abs(step);

    /// <summary>True where comment lines stand between blocks of the same length, time and again: those are scans, not faults.</summary>
    private static bool ArePartedByComments(TextDocument document, List<NumericBlock> blocks)
    {
        var alike = blocks.Where(b => b.Rows > 1).ToList();
        if (alike.Count < 3 || alike.Count(b => b.Rows == alike[0].Rows && b.Columns == alike[0].Columns) < 0.9 * alike.Count)
            return false;
        for (var i = 1; i < alike.Count; i++)
        {
            var comment = false;
            for (var line = alike[i - 1].LastLine + 1; line < alike[i].FirstLine; line++)
                comment |= !document.Line(line).IsEmpty && document.Line(line)[0] is (byte)'#' or (byte)'%' or (byte)'!' or (byte)';' or (byte)'*';
            if (!comment)
                return false;
        }

        return true;
    }

    /// <summary>A first row that has one cell which is no number is a row all the same, where its x fits.</summary>
    private static void TakeRowAbove(TextDocument document, Dialect dialect, RowCells row, NumericBlock block, int after)
    {
        var above = block.FirstLine - 1;
        if (above <= after || block.Rows < 3 || document.IsBlank(above))
            return;
        var shape = LineShape.Of(document.Line(above), row, dialect);
        if (shape.Cells != block.Columns || shape.Texts != 1 || shape.Numbers == 0)
            return;
        var a = FirstNumbers(document.Line(above), dialect, row);
        var b = FirstNumbers(document.Line(block.FirstLine), dialect, row);
        var c = FirstNumbers(document.Line(NextRow(document, block)), dialect, row);
        var k = Array.FindIndex(a, v => !double.IsNaN(v));
        if (k < 0 || double.IsNaN(b[k]))
            return;
        double before = b[k] - a[k], step = c[k] - b[k];
        if (before * step > 0 && Math.Abs(before) <= 3 * Math.Abs(step))
        {
            block.FirstLine = above;
            block.Rows++;
        }
    }

    private static int NextRow(TextDocument document, NumericBlock block)
    {
        var line = block.FirstLine + 1;
        while (line < block.LastLine && (document.IsBlank(line) || block.ForeignLines.Contains(line)))
            line++;
        return line;
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
