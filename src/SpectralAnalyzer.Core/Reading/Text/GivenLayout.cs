using SpectralAnalyzer.Core.Reading.Text.Checks;
using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Holds a layout that comes from elsewhere against the file.</summary>
internal static class GivenLayout
{
    private const double FewestNumbers = 0.9;
    private const int MostTimesLonger = 5;

    /// <summary>The layout as a proposal with its evidence.</summary>
    /// <exception cref="SpectralException">It does not hold.</exception>
    public static LayoutProposal Prove(TextDocument document, TableLayout layout, ReadOptions options, CancellationToken cancellationToken)
    {
        layout = layout with
        {
            Encoding = document.EncodingName,
            Delimiter = options.Delimiter ?? layout.Delimiter,
            DecimalMark = options.DecimalMark ?? layout.DecimalMark,
        };
        if (layout.FirstDataLine < 1 || layout.FirstDataLine > document.LineCount)
            throw DoesNotHold(FormattableString.Invariant($"the first data line is {layout.FirstDataLine}, and the file has {document.LineCount} lines"));
        return layout.Arrangement is TableArrangement.Columns or TableArrangement.ColumnPairs
            ? ProveColumns(document, layout, cancellationToken)
            : ProveOther(document, layout, options, cancellationToken);
    }

    /// <summary>Where x is not a column the detector has to come to the same table: it finds the axis, which such a layout does not state.</summary>
    private static LayoutProposal ProveOther(TextDocument document, TableLayout layout, ReadOptions options, CancellationToken cancellationToken)
    {
        // one number a line has no delimiter, whatever is said of it
        foreach (var delimiter in (Delimiter[])[layout.Delimiter, Delimiter.None])
        {
            var stated = options with { Delimiter = delimiter, DecimalMark = layout.DecimalMark };
            var found = LayoutDetector.Propose(document, stated, cancellationToken).Find(p =>
                p.Layout.Arrangement == layout.Arrangement && (p.Layout.FirstDataLine == layout.FirstDataLine || p.Layout.XLine == layout.FirstDataLine));
            if (found is not null)
            {
                return found with
                {
                    Layout = found.Layout with { Axis = layout.Axis, Ordinate = layout.Ordinate },
                    Evidence = [new LayoutEvidence("the layout was given", 0.3), .. found.Evidence],
                };
            }
        }

        throw DoesNotHold(FormattableString.Invariant($"no table of this kind ({layout.Arrangement}) begins at line {layout.FirstDataLine}, {new Dialect(layout.Delimiter, layout.DecimalMark)}"));
    }

    private static LayoutProposal ProveColumns(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var first = layout.FirstDataLine - 1;
        var blocks = BlockFinder.Join(document, dialect, BlockFinder.Find(document, dialect, first, document.LineCount, cancellationToken));
        while (first < document.LineCount && document.IsBlank(first))
            first++;
        if (blocks.Count == 0 || blocks[0].FirstLine > first)
            throw DoesNotHold(FormattableString.Invariant($"line {first + 1} is no row of numbers, {dialect}"));
        var main = blocks[0];
        if (blocks.Find(b => b.Columns > 1 && b.Rows > MostTimesLonger * main.Rows) is { } longer && layout.Blocks.Count == 0)
            throw DoesNotHold(FormattableString.Invariant($"line {layout.FirstDataLine} begins a table of {main.Rows} rows, and line {longer.FirstLine + 1} one of {longer.Rows}"));
        if (RowStandsAbove(document, dialect, main, layout))
            throw DoesNotHold(FormattableString.Invariant($"the line before line {layout.FirstDataLine} is a row of the same table"));
        var x = layout.XColumn ?? 1;
        var outside = layout.YColumns.Append(x).FirstOrDefault(c => c < 1 || c > main.Columns);
        if (outside != 0 || layout.YColumns.Count == 0 || layout.YColumns.Contains(x))
            throw DoesNotHold(FormattableString.Invariant($"the rows have {main.Columns} columns, x is said to be column {x} and y {string.Join(", ", layout.YColumns)}"));
        var group = layout.Blocks.Count > 0 ? layout.Blocks : Alike(blocks, main);
        var values = BlockValues.Read(
            document, dialect, group[0].FirstLine - 1, group[0].LastLine - 1, [x - 1, .. layout.YColumns.Select(y => y - 1)], int.MaxValue, cancellationToken);
        var column = NumericColumn.Of(x, values.Columns[0]);
        if (column.Count < FewestNumbers * values.Rows)
            throw DoesNotHold(FormattableString.Invariant($"only {column.Count} of {values.Rows} rows have a number in column {x}"));
        var solid = Array.FindAll(values.Columns[0], v => !double.IsNaN(v));
        if (!column.IsMonotone && ScanStarts.Find(solid).Count == 1)
            throw DoesNotHold(FormattableString.Invariant($"column {x} neither rises nor falls, so it is no x"));
        for (var k = 1; k < values.Columns.Length; k++)
        {
            if (values.Texts[k] > 0.02 * values.Rows || Array.TrueForAll(values.Columns[k], double.IsNaN))
                throw DoesNotHold(FormattableString.Invariant($"column {layout.YColumns[k - 1]} is not one of numbers"));
        }

        var swapped = column.IsMonotone ? -1 : Array.FindIndex(values.Columns, 1, c => NumericColumn.Of(0, c).MonotoneShare >= 1);
        if (swapped > 0)
            throw DoesNotHold(FormattableString.Invariant($"column {x} goes both ways and column {layout.YColumns[swapped - 1]} does not, so x and y are swapped"));

        List<LayoutEvidence> evidence =
        [
            new("the layout was given", 0.3),
            new(FormattableString.Invariant($"{values.Rows} rows bear it out, {dialect}"), values.Rows >= 8 ? 0.35 : 0.2),
            new($"column {x} {(column.Direction > 0 ? "rises" : "falls")} throughout", column.MonotoneShare >= 1 ? 0.25 : 0.15),
        ];
        if (values.Texts.Sum() == 0)
            evidence.Add(new LayoutEvidence("every cell that is read is a number", 0.06));
        var proven = layout with
        {
            XColumn = x,
            FirstDataLine = group[0].FirstLine,
            LastDataLine = group[0].LastLine,
            Blocks = group,
            BlockCount = group.Count,
        };
        var faults = new List<SpectralFileIssue>();
        TableChecks.Note(main, dialect.Separator != 0, faults);
        return new LayoutProposal(proven, evidence, faults);
    }

    private static List<TableBlock> Alike(List<NumericBlock> blocks, NumericBlock main) =>
    [
        .. blocks
            .Where(b => ReferenceEquals(b, main) || (b.Columns == main.Columns && b.TextMask == main.TextMask && b.Rows >= 3 && b.Rows * 50 >= main.Rows))
            .Select(b => new TableBlock(b.FirstLine + 1, b.LastLine + 1)),
    ];

    /// <summary>True where the table begins earlier than the layout says.</summary>
    private static bool RowStandsAbove(TextDocument document, Dialect dialect, NumericBlock main, TableLayout layout)
    {
        var above = main.FirstLine - 1;
        while (above >= 0 && document.IsBlank(above))
            above--;
        if (above < 0 || above == (layout.HeaderLine ?? 0) - 1 || main.Rows < 2)
            return false;
        var row = new RowCells(dialect);
        var shape = LineShape.Of(document.Line(above), row, dialect);
        return shape.Cells == main.Columns && shape.Texts == 0 && main.Accepts(shape) && shape.Numbers == shape.Cells;
    }

    private static SpectralException DoesNotHold(string why) => new(
        "LayoutDoesNotHold", SpectralErrorCategory.InvalidData, $"The given layout does not hold: {why}.", "State another layout, or let it be detected.");
}
