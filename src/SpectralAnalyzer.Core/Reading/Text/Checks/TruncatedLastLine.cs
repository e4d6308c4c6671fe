using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>
/// Looks at a file that ends within a line: its last number may be cut. Where the rows before show how a row ends, the last one is known to be whole, or
/// is left out; where they do not, it is kept and the doubt is told.
/// </summary>
internal static class TruncatedLastLine
{
    private const double MostWhereCut = 0.85;
    private const double MostWhereOpen = 0.89;
    private const int RowsThatProve = 20;
    private const int RowsLookedAt = 2_000;

    /// <summary>The proposal, without a row that is cut, and with what the user should know.</summary>
    public static LayoutProposal Settle(TextDocument document, LayoutProposal best)
    {
        var layout = best.Layout;
        var last = document.LineCount - 1;
        if (last < 0 || document.EndOf(last) < document.Bytes.Length || document.IsBlank(last) || layout.Arrangement == TableArrangement.KeyValue)
            return best;
        var row = new RowCells(new Dialect(layout.Delimiter, layout.DecimalMark));
        var bytes = document.Line(last);
        var cells = row.Split(bytes);
        var cell = cells == 0 ? [] : row.Cell(bytes, cells - 1);
        if (layout.Blocks[^1].LastLine != last + 1)
        {
            return FollowsTable(document, layout, last) && NumericCell.Classify(row.Cell(bytes, 0), layout.DecimalMark, out _) == CellKind.Number
                ? Doubt(best, last, MostWhereOpen, "it is no whole row and was left out")
                : best;
        }

        if (cell.IsEmpty || bytes[^1] == '"')
            return best;
        var habit = RowHabit.Of(document, row, layout, last);
        if (habit.Cells > cells && layout.Arrangement is TableArrangement.Columns or TableArrangement.ColumnPairs)
            return Doubt(WithoutRow(best, last), last, MostWhereCut, FormattableString.Invariant($"it holds {cells} of {habit.Cells} cells and was left out"));
        if (habit.Length == bytes.Length || (habit.Ending > 0 && habit.Ending == RowHabit.EndingOf(cell, layout.DecimalMark)))
            return best;
        if (habit is { Ending: > 0, Rows: >= RowsThatProve } && layout.Arrangement is TableArrangement.Columns or TableArrangement.ColumnPairs)
            return Doubt(WithoutRow(best, last), last, MostWhereCut, "its last number has fewer decimals than all before, and the row was left out");
        return Doubt(best, last, MostWhereOpen, "its last number is kept as it stands and may be cut");
    }

    private static bool FollowsTable(TextDocument document, TableLayout layout, int last)
    {
        var above = last - 1;
        while (above > 0 && document.IsBlank(above))
            above--;
        return above + 1 == layout.Blocks[^1].LastLine;
    }

    private static LayoutProposal WithoutRow(LayoutProposal best, int last)
    {
        var layout = best.Layout;
        if (layout.Blocks[^1].FirstLine > last)
            return best;
        var block = layout.Blocks[^1] with { LastLine = last };
        return best with
        {
            Layout = layout with
            {
                Blocks = [.. layout.Blocks.Take(layout.Blocks.Count - 1), block],
                LastDataLine = layout.Blocks.Count == 1 ? last : layout.LastDataLine,
            },
        };
    }

    private static LayoutProposal Doubt(LayoutProposal best, int last, double atMost, string outcome) => best with
    {
        Evidence = [.. best.Evidence, new LayoutEvidence("the file ends within a line", Math.Min(0, Math.Round(atMost - best.Score, 3)))],
        Faults = [.. best.Faults, new SpectralFileIssue(IssueSeverity.Warning, "CutShort", $"The file ends within this line: {outcome}.", last + 1)],
    };

    /// <summary>What the rows before the last have in common.</summary>
    /// <param name="Rows">How many were looked at.</param>
    /// <param name="Cells">How many cells each has; −1 where they differ.</param>
    /// <param name="Length">How many bytes each has; −1 where they differ.</param>
    /// <param name="Ending">How many characters follow the decimal mark of the last number, the mark counted; −1 where they differ or there is none.</param>
    private readonly record struct RowHabit(int Rows, int Cells, int Length, int Ending)
    {
        public static RowHabit Of(TextDocument document, RowCells row, TableLayout layout, int last)
        {
            var habit = default(RowHabit);
            for (var line = last - 1; line >= layout.Blocks[^1].FirstLine - 1 && habit.Rows < RowsLookedAt; line--)
            {
                if (document.IsBlank(line))
                    continue;
                var bytes = document.Line(line);
                var cells = row.Split(bytes);
                var ending = cells == 0 ? -1 : EndingOf(row.Cell(bytes, cells - 1), layout.DecimalMark);
                habit = habit.Rows == 0
                    ? new RowHabit(1, cells, bytes.Length, ending)
                    : new RowHabit(habit.Rows + 1, Same(habit.Cells, cells), Same(habit.Length, bytes.Length), Same(habit.Ending, ending));
            }

            return habit.Rows == 0 ? new RowHabit(0, -1, -1, -1) : habit;
        }

        public static int EndingOf(ReadOnlySpan<byte> cell, DecimalMark mark)
        {
            var at = cell.LastIndexOf(mark == DecimalMark.Comma ? (byte)',' : (byte)'.');
            return at < 0 ? -1 : cell.Length - at;
        }

        private static int Same(int one, int two) => one == two ? one : -1;
    }
}
