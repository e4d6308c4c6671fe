using System.Runtime.CompilerServices;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Finds the runs of rows in a text.</summary>
internal static class BlockFinder
{
    private const int LongestGap = 3;
    private const int FewRows = 2;
    private const int EnoughChances = 64;

    /// <summary>Returns the blocks in a range of lines, in the order of the file.</summary>
    [MethodImpl(HotPath.Compiled)]
    internal static List<NumericBlock> Find(DelimitedText text, int from, int to, CancellationToken cancellationToken)
    {
        var blocks = new List<NumericBlock>();
        NumericBlock? open = null;
        var last = default(LinePattern);
        var chances = EnoughChances;
        for (var i = from; i < to; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var line = text.Line(i);
            if (line.IsEmpty)
                continue;
            if (open is not null && last.Fits(line))
            {
                open.AddLikeLast(i);
                chances = EnoughChances;
                continue;
            }

            open?.EndAlike();
            last = default;
            var shape = text.ShapeOf(line);
            if (shape.Cells == 0)
                continue;
            if (open is not null && open.Accepts(shape))
            {
                open.Add(i, shape);
                // where the rows hardly ever have the pattern of the row before, comparing them would only take time
                if (shape.IsPlain && shape.Cells == open.Columns && chances-- > 0)
                    last = LinePattern.From(line);
                continue;
            }

            open = null;
            if (!shape.IsRow)
                continue;
            open = new NumericBlock { FirstLine = i };
            open.Add(i, shape);
            blocks.Add(open);
        }

        open?.EndAlike();
        return blocks;
    }

    /// <summary>Joins blocks that a few foreign lines separate but whose numbers continue.</summary>
    internal static List<NumericBlock> Join(DelimitedText text, List<NumericBlock> blocks)
    {
        var joined = new List<NumericBlock>();
        if (AreSeparatedByComments(text, blocks))
            return blocks;
        foreach (var block in blocks)
        {
            if (joined.Count > 1 && joined[^1].Rows <= FewRows && Continues(text, joined[^2], block))
            {
                joined.RemoveAt(joined.Count - 1);
            }
            else if (joined.Count == 0 || !Continues(text, joined[^1], block))
            {
                if (joined.Count == 0 || block.Columns > 1)
                    TakeRowAbove(text, block, joined.Count > 0 ? joined[^1].LastLine : -1);
                joined.Add(block);
                continue;
            }

            for (var line = joined[^1].LastLine + 1; line < block.FirstLine; line++)
            {
                if (!text.IsBlank(line))
                    joined[^1].ForeignLines.Add(line);
            }

            joined[^1].Append(block);
        }

        return joined;
    }

    private static bool Continues(DelimitedText text, NumericBlock one, NumericBlock two)
    {
        if (one.Columns < 2 || two.Columns < 2 || two.FirstLine - one.LastLine > 200)
            return false;
        // two rows on one line do not make more columns
        int left = one.LastCells, right = two.FirstCells;
        if (Math.Abs(left - right) > 1 && (left * 2 > right * 3 || right * 2 > left * 3) && !BeginsWithLongRow(one, two))
            return false;
        int gap = 0, damaged = 0, comments = 0;
        for (var line = one.LastLine + 1; line < two.FirstLine && gap - damaged <= LongestGap; line++)
        {
            if (text.IsBlank(line))
                continue;
            gap++;
            if (OtherGrammar.IsDamagedRow(text, line, one.Columns))
                damaged++;
            else if (IsComment(text.Line(line)) || text.ShapeOf(line).Cells < one.Columns)
                comments++;
        }

        if (gap - damaged > LongestGap)
            return false;
        // a row above a line of names does not belong to the table, unless it has names above itself
        if (one.Rows < 2 && gap > damaged + comments)
            return false;
        if (one.Rows < 2 && two.Rows < 2)
            return gap <= 2 && one.Columns == two.Columns && one.TextMask == 0 && two.TextMask == 0;
        var b = FirstNumbers(text, one.LastLine);
        var c = FirstNumbers(text, two.FirstLine);
        var (from, to) = one.Rows >= 2 ? (FirstNumbers(text, PreviousRow(text, one)), b)
            : (c, FirstNumbers(text, NextRow(text, two)));
        for (var k = 0; k < 4; k++)
        {
            double step = to[k] - from[k], across = c[k] - b[k];
            if (double.IsNaN(step) || step == 0)
                continue;
            // only the first column that changes can be x; where the first row is damaged, the second has to fit
            return Fits(step, across, damaged) || (gap > 0 && damaged == gap && step * across > 0)
                || (two.Rows >= FewRows && Fits(step, FirstNumbers(text, NextRow(text, two))[k] - b[k]));
        }

        return false;
    }

    private static bool BeginsWithLongRow(NumericBlock one, NumericBlock two) =>
        one.Runs.Count > 0 && two.Runs is [{ Rows: 1 }, var next, ..] && next.Cells == one.Runs[^1].Cells;

    private static bool Fits(double step, double across, int rowsBetween = 0) =>
        step * across > 0 && Math.Abs(across) <= (8 + rowsBetween) * Math.Abs(step);

    private static bool IsComment(ReadOnlySpan<byte> line) => !line.IsEmpty && "#%!;*/'"u8.Contains(line[0]);

    /// <summary>Returns true where comments separate blocks of the same length throughout: those are scans, not damage.</summary>
    private static bool AreSeparatedByComments(DelimitedText text, List<NumericBlock> blocks)
    {
        var alike = blocks.Where(b => b.Rows > 1).ToList();
        if (alike.Count < 3 || alike.Count(b => b.Rows == alike[0].Rows && b.Columns == alike[0].Columns) < 0.9 * alike.Count)
            return false;
        for (var i = 1; i < alike.Count; i++)
        {
            var comment = false;
            for (var line = alike[i - 1].LastLine + 1; line < alike[i].FirstLine; line++)
                comment |= !text.Line(line).IsEmpty && "#%!;*"u8.Contains(text.Line(line)[0]);
            if (!comment)
                return false;
        }

        return true;
    }

    /// <summary>Adds the row above, where a single cell of it is not a number and its x fits.</summary>
    private static void TakeRowAbove(DelimitedText text, NumericBlock block, int after)
    {
        var above = block.FirstLine - 1;
        if (above <= after || block.Rows < 3 || text.IsBlank(above))
            return;
        var shape = text.ShapeOf(above);
        if (shape.Cells != block.Columns || shape.Texts != 1 || shape.Numbers == 0)
            return;
        var a = FirstNumbers(text, above);
        var b = FirstNumbers(text, block.FirstLine);
        var c = FirstNumbers(text, NextRow(text, block));
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

    private static int NextRow(DelimitedText text, NumericBlock block)
    {
        var line = block.FirstLine + 1;
        while (line < block.LastLine && (text.IsBlank(line) || block.IsForeign(line)))
            line++;
        return line;
    }

    private static int PreviousRow(DelimitedText text, NumericBlock block)
    {
        var line = block.LastLine - 1;
        while (line > block.FirstLine && (text.IsBlank(line) || block.IsForeign(line)))
            line--;
        return line;
    }

    private static double[] FirstNumbers(DelimitedText text, int line)
    {
        double[] numbers = [double.NaN, double.NaN, double.NaN, double.NaN];
        var row = text.Split(line);
        for (var i = 0; i < Math.Min(4, row.Count); i++)
        {
            if (row.IsNumber(i, out var value))
                numbers[i] = value;
        }

        return numbers;
    }
}
