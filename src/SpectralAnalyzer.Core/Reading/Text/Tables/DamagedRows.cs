using System.Runtime.CompilerServices;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>
/// Finds the rows of a block that are damaged, although each is a row of numbers by itself: rows with more numbers than all
/// others, and rows that a line feed broke in two. Their numbers are not to be read.
/// </summary>
internal static class DamagedRows
{
    private const int FewestRows = 8;
    private const double NearlyAll = 0.9;
    private const int FewestRowsThatProve = 20;
    private const double RareShare = 0.02;
    private const double FarthestSteps = 8;

    /// <summary>Finds the damaged rows of a block, and leaves them out.</summary>
    internal static void LeaveOut(DelimitedText text, NumericBlock block)
    {
        // a remark has no numbers to give; a row with an unreadable cell has
        foreach (var line in block.ForeignLines.Where(line => block.Columns > 1 && text.Split(line).Count == 1))
            block.Skip(line);
        LeaveOutBeginning(text, block);
        BrokenEdges.LeaveOut(text, block);
        LeaveOutCut(text, block);
        var usual = block.Runs.GroupBy(run => run.Cells).MaxBy(runs => runs.Sum(run => run.Rows));
        if (usual is null || block.Rows < FewestRows || usual.Sum(run => run.Rows) < NearlyAll * block.Rows)
            return;
        var numbers = usual.Max(run => run.MostNumbers);
        foreach (var run in block.Runs.Where(run => run.Cells != usual.Key))
        {
            // the first and the last row may lack a delimiter at the end that the others have
            if (run.FirstLine > block.FirstLine && run.LastLine < block.LastLine
                && (run.Cells < usual.Key || run.MostNumbers > numbers))
                block.NoteUneven(run.FirstLine);
            for (var line = run.FirstLine; line <= run.LastLine; line++)
            {
                if (!text.IsBlank(line) && IsTooLong(text.ShapeOf(line), usual.Key, numbers))
                    block.LeaveOut(line);
            }
        }

        foreach (var line in block.Runs.Where(run => run.Cells < usual.Key).Select(run => run.FirstLine)
            .Concat(block.ForeignLines).ToList())
            LeaveOutBroken(text, block, line, usual.Key);
        // what is not a row has no numbers to give, where its cells are not those of the table
        foreach (var line in block.ForeignLines)
        {
            if (text.Split(line).Count != usual.Key)
                block.Skip(line);
        }
    }

    /// <summary>Leaves out a first row that lacks the beginning of its x, which is the line above.</summary>
    private static void LeaveOutBeginning(DelimitedText text, NumericBlock block)
    {
        var above = block.FirstLine - 1;
        if (above < 0 || block.Columns < 2 || block.Rows < FewestRows
            || RowFragment.From(text, above) is not { Numbers.Length: 1, BeginsWithNumber: true } part)
            return;
        var isNumber = text.ShapeOf(above) is { RawCells: 1, Numbers: 1 };
        var second = text.LineBelow(block.FirstLine);
        if (IsNumber(text, block.FirstLine, 0, out var a) && IsNumber(text, second, 0, out var b)
            && IsNumber(text, text.LineBelow(second), 0, out var c)
            && ((b - a) * (c - b) < 0 || Math.Abs(b - a) > FarthestSteps * Math.Abs(c - b))
            && (isNumber || part.BeginsWithin(0, (2 * b) - c - Math.Abs(c - b), (2 * b) - c + Math.Abs(c - b))))
            block.LeaveOut(block.FirstLine);
    }

    /// <summary>Leaves out the rows whose last number ends earlier than those of nearly all others.</summary>
    [MethodImpl(HotPath.Compiled)]
    private static void LeaveOutCut(DelimitedText text, NumericBlock block)
    {
        if (block.Columns < 2 || block.Rows < FewestRowsThatProve)
            return;
        var mark = text.Dialect.Mark;
        var middle = block.FirstLine + (block.LastLine - block.FirstLine) / 2;
        var samples = Enumerable.Range(middle, 3).Select(line => NumberEnding.From(text.Line(line), mark)).ToList();
        var usual = samples[0] == samples[2] ? samples[0] : samples[1];
        if (usual.Decimals < 1)
            return;
        var unlike = new List<int>();
        var keepsZeros = false;
        var alike = 0;
        for (var line = block.FirstLine; line <= block.LastLine; line++)
        {
            var row = text.Line(line);
            // nearly all rows: the long way is for the others
            if (usual.IsEndingOf(row, mark))
            {
                keepsZeros |= row[^1] == '0';
                // as this one ends, all end that differ in their digits alone
                while (alike < block.Alike.Count && block.Alike[alike].Last < line)
                    alike++;
                if (keepsZeros && alike < block.Alike.Count && block.Alike[alike].First <= line)
                    line = block.Alike[alike].Last;
                continue;
            }

            var ending = NumberEnding.From(row, mark);
            keepsZeros |= ending == usual && ending.EndsWithZero;
            if (ending != usual && EndsWithDigit(row))
            {
                unlike.Add(line);
                if (unlike.Count > RareShare * block.Rows + 1)
                    return;
            }
        }

        // who strips zeros writes fewer decimals now and then
        foreach (var line in keepsZeros ? unlike : [])
        {
            if (NumberEnding.From(text.Line(line), mark).IsCutFrom(usual))
                block.LeaveOut(line);
            else if (NumberEnding.From(text.Line(line), mark) is { Decimals: < 0 } && !HoldsNames(text, block, line))
                block.NoteShort(line);
        }
    }

    private static bool HoldsNames(DelimitedText text, NumericBlock block, int line) =>
        line == block.FirstLine && !IsNumber(text, line, 0, out _);

    private static bool EndsWithDigit(ReadOnlySpan<byte> line) =>
        line.TrimEnd(" \t,;|\"\0."u8) is [.., >= (byte)'0' and <= (byte)'9'];

    private static bool IsTooLong(in LineShape shape, int cells, int numbers) => shape.RawCells > cells
        && shape.Numbers > numbers;

    /// <summary>Leaves out the two parts of a row that was broken: together they have one cell more than a row.</summary>
    private static void LeaveOutBroken(DelimitedText text, NumericBlock block, int line, int cells)
    {
        var count = text.Split(line).Count;
        int above = text.LineAbove(line), below = text.LineBelow(line);
        if (count >= cells || text.ShapeOf(line).Texts > 0)
            return;
        if (below >= 0 && below <= block.LastLine && CellsOf(text, below) + count == cells + 1
            && (count > 1 || IsEndOfX(text, line, above, below)))
        {
            block.LeaveOut(line);
            block.LeaveOut(below);
        }
        else if (count == 1 && above >= block.FirstLine && CellsOf(text, above) == cells && IsEndOfLast(text, line, above, below))
        {
            block.LeaveOut(above);
        }
    }

    private static int CellsOf(DelimitedText text, int line) => text.ShapeOf(line) is { Numbers: > 0 } shape
        ? shape.RawCells
        : -1;

    /// <summary>
    /// Returns true where a line is the beginning of the x of the line below, which is out of order without it.
    /// </summary>
    private static bool IsEndOfX(DelimitedText text, int line, int above, int below)
    {
        var next = text.LineBelow(below);
        if (!IsNumber(text, above, 0, out var a) || !IsNumber(text, below, 0, out var b) || !IsNumber(text, next, 0, out var c))
            return true;
        return (b - a) * (c - b) <= 0 && text.ShapeOf(line).Numbers == 1;
    }

    /// <summary>
    /// Returns true where a line completes the last number of the line above: joined, it has the decimals of others.
    /// </summary>
    private static bool IsEndOfLast(DelimitedText text, int line, int above, int below)
    {
        var (cut, rest) = (Decimals(text, above), text.Line(line).Trim(" \t,;|"u8).Length);
        var usual = Decimals(text, below);
        return cut >= 0 && usual > cut && cut + rest == usual;
    }

    /// <summary>Counts the decimals of the last number of a line; −1 where it has no decimal mark.</summary>
    private static int Decimals(DelimitedText text, int line)
    {
        if (line < 0 || text.IsBlank(line))
            return -1;
        var row = text.Split(line);
        var last = row.Count - 1;
        while (last > 0 && row[last].IsEmpty)
            last--;
        var mark = row[last].LastIndexOf(text.Dialect.Mark == DecimalMark.Comma ? (byte)',' : (byte)'.');
        return mark < 0 ? -1 : row[last].Length - mark - 1;
    }

    private static bool IsNumber(DelimitedText text, int line, int cell, out double value)
    {
        value = double.NaN;
        return line >= 0 && text.Split(line).IsNumber(cell, out value);
    }
}
