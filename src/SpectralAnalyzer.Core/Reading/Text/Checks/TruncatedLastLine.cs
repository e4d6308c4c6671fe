using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>
/// Checks a file that ends within a line, whose last number may be incomplete. Where the rows before show how a row ends, the
/// last one is known to be whole, or is left out; where they do not, it is kept with a warning.
/// </summary>
internal static class TruncatedLastLine
{
    private const int RowsThatProve = 20;
    private const int RowsCompared = 2_000;

    /// <summary>Returns the layout without a row that is incomplete, and with what the user should know.</summary>
    internal static LayoutProposal Check(LayoutProposal best)
    {
        var (text, layout) = (best.Text, best.Layout);
        var last = text.LineCount - 1;
        if (last < 0 || text.Document.EndOf(last) < text.Document.Bytes.Length || text.IsBlank(last)
            || layout.Arrangement == TableArrangement.KeyValue)
            return best;
        var row = text.Split(last);
        var cells = row.Count;
        if (layout.Blocks[^1].LastLine != last + 1)
        {
            return Math.Max(0, text.LineAbove(last)) + 1 == layout.Blocks[^1].LastLine && row.IsNumber(0, out _)
                ? Doubt(best, last, LayoutLimits.HighestIfLastRowMayBeCut, "it is not a whole row and was left out")
                : best;
        }

        var line = text.Line(last);
        var cell = cells == 0 ? [] : row[cells - 1];
        if (cell.IsEmpty || line[^1] == '"')
            return best;
        var habit = RowHabit.From(text, layout, last);
        if (habit.Cells > cells && best.IsByColumn)
            return LeaveOut(best, last, FormattableString.Invariant($"it has {cells} of {habit.Cells} cells and was left out"));
        if (habit.Length == line.Length || (habit.Ending > 0 && habit.Ending == RowHabit.EndingOf(cell, layout.DecimalMark)))
            return best;
        return habit is { Ending: > 0, Rows: >= RowsThatProve } && best.IsByColumn
            ? LeaveOut(best, last, "its last number has fewer decimals than all before, and the row was left out")
            : Doubt(best, last, LayoutLimits.HighestIfLastRowMayBeCut, "its last number was read as it is and may be incomplete");
    }

    private static LayoutProposal LeaveOut(LayoutProposal best, int last, string outcome)
    {
        var layout = best.Layout;
        if (layout.Blocks[^1].FirstLine <= last)
        {
            layout = layout with
            {
                Blocks = [.. layout.Blocks.Take(layout.Blocks.Count - 1), layout.Blocks[^1] with { LastLine = last }],
                LastDataLine = layout.Blocks.Count == 1 ? last : layout.LastDataLine,
            };
        }

        return Doubt(best with { Layout = layout }, last, LayoutLimits.HighestIfLastRowIsCut, outcome);
    }

    private static LayoutProposal Doubt(LayoutProposal best, int last, double most, string outcome) => best.With(
        Evidence.LimitTo(most, best.Score, "the file ends within a line"),
        new SpectralFileIssue(
            IssueSeverity.Warning, SpectralIssueIds.CutShort, $"The file ends within this line: {outcome}.", last + 1));

    /// <summary>What the rows before the last have in common.</summary>
    /// <param name="Rows">The number of rows compared.</param>
    /// <param name="Cells">The cells of each; −1 where they differ.</param>
    /// <param name="Length">The bytes of each; −1 where they differ.</param>
    /// <param name="Ending">The characters from the decimal mark of the last number on; −1 where they differ or there is no
    /// mark.</param>
    private readonly record struct RowHabit(int Rows, int Cells, int Length, int Ending)
    {
        internal static RowHabit From(DelimitedText text, TableLayout layout, int last)
        {
            var habit = default(RowHabit);
            for (var line = last - 1; line >= layout.Blocks[^1].FirstLine - 1 && habit.Rows < RowsCompared; line--)
            {
                if (text.IsBlank(line))
                    continue;
                var row = text.Split(line);
                var length = text.Line(line).Length;
                var ending = row.Count == 0 ? -1 : EndingOf(row[row.Count - 1], layout.DecimalMark);
                habit = habit.Rows == 0
                    ? new RowHabit(1, row.Count, length, ending)
                    : new RowHabit(habit.Rows + 1, Same(habit.Cells, row.Count), Same(habit.Length, length),
                    Same(habit.Ending, ending));
            }

            return habit.Rows == 0 ? new RowHabit(0, -1, -1, -1) : habit;
        }

        internal static int EndingOf(ReadOnlySpan<byte> cell, DecimalMark mark)
        {
            var at = cell.LastIndexOf(mark == DecimalMark.Comma ? (byte)',' : (byte)'.');
            return at < 0 ? -1 : cell.Length - at;
        }

        private static int Same(int one, int two) => one == two ? one : -1;
    }
}
