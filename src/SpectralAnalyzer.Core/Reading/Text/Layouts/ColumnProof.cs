using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Checks whether a given layout with x in a column fits a file.</summary>
internal static class ColumnProof
{
    private const double FewestNumbers = 0.9;
    private const int MostTimesLonger = 5;

    /// <exception cref="SpectralException">The layout does not fit the file.</exception>
    internal static LayoutProposal Prove(DelimitedText text, TableLayout layout, CancellationToken cancellationToken)
    {
        var first = layout.FirstDataLine - 1;
        var blocks = BlockFinder.Join(text, BlockFinder.Find(text, first, text.LineCount, cancellationToken));
        while (first < text.LineCount && text.IsBlank(first))
            first++;
        Require(blocks.Count > 0 && blocks[0].FirstLine <= first, $"line {first + 1} is not a row of numbers, {text.Dialect}");
        var main = blocks[0];
        var longer = layout.Blocks.Count > 0 ? null : blocks.Find(b => b.Columns > 1 && b.Rows > MostTimesLonger * main.Rows);
        Require(
            longer is null,
            $"line {layout.FirstDataLine} has a table of {main.Rows} rows, line {longer?.FirstLine + 1} one of {longer?.Rows}");
        Require(!HasRowAbove(text, main, layout), $"the line before line {layout.FirstDataLine} is a row of the same table");
        var x = layout.XColumn ?? 1;
        var outside = layout.YColumns.Append(x).FirstOrDefault(c => c < 1 || c > main.Columns);
        Require(
            outside == 0 && layout.YColumns.Count > 0 && !layout.YColumns.Contains(x),
            $"the rows have {main.Columns} columns, x is said to be column {x} and y {string.Join(", ", layout.YColumns)}");
        var group = layout.Blocks.Count > 0 ? layout.Blocks : Alike(blocks, main);
        foreach (var block in blocks)
            DamagedRows.LeaveOut(text, block);
        var skipped = blocks.SelectMany(b => b.Skipped).ToHashSet();
        var values = BlockValues.Read(
            text, group[0].FirstLine - 1, group[0].LastLine - 1, skipped, [x - 1, .. layout.YColumns.Select(y => y - 1)],
            int.MaxValue,
            cancellationToken);
        var column = CheckColumns(values, layout, x);
        List<LayoutEvidence> evidence =
        [
            Evidence.Given,
            Evidence.RowsAgree(values.Rows, text.Dialect),
            Evidence.GivenXMonotone(x, column.Direction, column.MonotoneShare >= 1),
        ];
        if (values.Texts.Sum() == 0)
            evidence.Add(Evidence.AllReadAreNumbers);
        var issues = new List<SpectralFileIssue>();
        TableChecks.Check(main, text.Dialect.Separator != 0, issues);
        var proven = layout with
        {
            XColumn = x,
            FirstDataLine = group[0].FirstLine,
            LastDataLine = group[0].LastLine,
            Blocks = group,
            BlockCount = group.Count,
        };
        return new LayoutProposal(text, proven, evidence, issues) { Skipped = skipped };
    }

    private static NumericColumn CheckColumns(BlockValues values, TableLayout layout, int x)
    {
        var column = new NumericColumn(x, values.Columns[0]);
        Require(column.Count >= FewestNumbers * values.Rows,
            $"only {column.Count} of {values.Rows} rows have a number in column {x}");
        Require(
            column.IsMonotone || ScanStarts.Find(column.Numbers).Count > 1,
            $"column {x} neither rises nor falls, so it cannot be x");
        for (var k = 1; k < values.Columns.Length; k++)
        {
            Require(
                values.Texts[k] <= 0.02 * values.Rows && !Array.TrueForAll(values.Columns[k], double.IsNaN),
                $"column {layout.YColumns[k - 1]} does not contain numbers");
        }

        var swapped = column.IsMonotone ? -1
            : Array.FindIndex(values.Columns, 1, c => new NumericColumn(0, c).MonotoneShare >= 1);
        if (swapped > 0)
        {
            throw TextRefusal.LayoutDoesNotHold(
                $"column {x} goes both ways and column {layout.YColumns[swapped - 1]} does not, so x and y are swapped");
        }

        return column;
    }

    private static void Require(bool holds, FormattableString otherwise)
    {
        if (!holds)
            throw TextRefusal.LayoutDoesNotHold(otherwise);
    }

    private static List<TableBlock> Alike(List<NumericBlock> blocks, NumericBlock main) =>
    [
        .. blocks
            .Where(b => ReferenceEquals(b, main)
                || (b.Columns == main.Columns && b.TextMask == main.TextMask && b.Rows >= 3 && b.Rows * 50 >= main.Rows))
            .Select(b => new TableBlock(b.FirstLine + 1, b.LastLine + 1)),
    ];

    /// <summary>Returns true where the table begins earlier than the layout says.</summary>
    private static bool HasRowAbove(DelimitedText text, NumericBlock main, TableLayout layout)
    {
        var above = text.LineAbove(main.FirstLine);
        if (above < 0 || above == (layout.HeaderLine ?? 0) - 1 || main.Rows < 2)
            return false;
        var shape = text.ShapeOf(above);
        return shape.Cells == main.Columns && shape.Texts == 0 && main.Accepts(shape) && shape.Numbers == shape.Cells;
    }
}
