using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Proposes the layouts in which x stands within a name: <c>380nm</c>, <c>Spectral Data 380[nm]</c>.</summary>
internal static class KeyValueLayouts
{
    private const int FewestPoints = 8;

    /// <summary>The proposal for a dialect, or null.</summary>
    public static LayoutProposal? Propose(TextDocument document, Dialect dialect, int from, CancellationToken cancellationToken)
    {
        var row = new RowCells(dialect);
        var blocks = new List<TableBlock>();
        string? prefix = null, suffix = null;
        int first = -1, count = 0, last = -1, direction = 0, columns = 0, most = 0;
        var previous = double.NaN;

        void Close()
        {
            if (count >= FewestPoints)
            {
                blocks.Add(new TableBlock(first + 1, last + 1));
                columns = Math.Max(columns, 2);
                most = Math.Max(most, count);
            }

            count = 0;
        }

        for (var i = from; i < document.LineCount; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var line = document.Line(i);
            if (line.IsEmpty || line.Length > 4096 || row.Split(line) < 2
                || NumericCell.Classify(row.Cell(line, 1), dialect.Mark, out _) is CellKind.Text or CellKind.Empty
                || !Embedded(document, row.Cell(line, 0), dialect.Mark, out var before, out var x, out var after))
            {
                Close();
                continue;
            }

            var way = count > 0 ? Math.Sign(x - previous) : 0;
            if (count > 0 && (before != prefix || after != suffix || way == 0 || (count > 1 && way != direction)))
                Close();
            if (count == 0)
                first = i;
            else
                direction = way;
            (prefix, suffix, previous, last) = (before, after, x, i);
            count++;
        }

        Close();
        if (blocks.Count == 0)
            return null;
        // names that are only numbered (R1, R2 …) stand beside the real ones
        var stated = blocks.FindAll(b => AxisWords.StatedUnit(UnitOfFirst(document, row, b, dialect)) != AxisUnit.Unknown);
        if (stated.Count > 0)
            blocks = stated;
        var unit = AxisWords.StatedUnit(UnitOfFirst(document, row, blocks[0], dialect));
        var layout = new TableLayout
        {
            Encoding = document.EncodingName,
            Delimiter = dialect.Delimiter,
            DecimalMark = dialect.Mark,
            Arrangement = TableArrangement.KeyValue,
            XColumn = 1,
            YColumns = [2],
            FirstDataLine = blocks[0].FirstLine,
            LastDataLine = blocks[0].LastLine,
            Blocks = blocks,
            BlockCount = blocks.Count,
        };
        List<LayoutEvidence> evidence =
        [
            new(FormattableString.Invariant($"{most} lines have a number within their name that rises or falls throughout"), Weight(most, unit)),
            new("all those names are alike but for the number", 0.12),
        ];
        if (unit != AxisUnit.Unknown)
            evidence.Add(new LayoutEvidence("the names state a unit of x", 0.1));
        return new LayoutProposal(layout, evidence, []);
    }

    /// <summary>The spectra of such a layout.</summary>
    public static List<ReadSeries> Read(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var row = new RowCells(dialect);
        var series = new List<ReadSeries>();
        foreach (var block in layout.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var x = new List<double>();
            var y = new List<double>();
            for (var i = block.FirstLine - 1; i < block.LastLine; i++)
            {
                var line = document.Line(i);
                if (line.IsEmpty || row.Split(line) < 2 || !Embedded(document, row.Cell(line, 0), dialect.Mark, out _, out var at, out _))
                    continue;
                NumericCell.Classify(row.Cell(line, 1), dialect.Mark, out var value);
                x.Add(at);
                y.Add(value);
            }

            if (x.Count > 0)
                series.Add(new ReadSeries(null, null, [.. x], [.. y]));
        }

        return series;
    }

    private static double Weight(int points, AxisUnit unit) => unit == AxisUnit.Unknown ? 0.35 : points >= 20 ? 0.75 : 0.6;

    /// <summary>The name of x in the first row.</summary>
    public static string UnitOfFirst(TextDocument document, RowCells row, TableBlock block, Dialect dialect)
    {
        var line = document.Line(block.FirstLine - 1);
        row.Split(line);
        return Embedded(document, row.Cell(line, 0), dialect.Mark, out _, out _, out var after) ? after : "";
    }

    private static bool Embedded(TextDocument document, ReadOnlySpan<byte> cell, DecimalMark mark, out string before, out double x, out string after)
    {
        var read = NumberInName.TryRead(document, cell, mark, out var found);
        (before, x, after) = (found.Before ?? "", found.Value, found.After ?? "");
        return read && (before.Trim().Length > 0 || found.StatesUnit);
    }
}
