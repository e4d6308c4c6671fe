using SpectralAnalyzer.Core.Reading.Text.Checks;
using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Applies a layout to a whole file: reads the points of every spectrum, and notes what does not hold.</summary>
internal static class TableReader
{
    /// <summary>Reads the spectra of a file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="layout">Its layout.</param>
    /// <param name="read">Numbers that were read before; they may become those of the spectra.</param>
    /// <param name="issues">Takes in what the user should know.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static List<ReadSeries> Read(
        TextDocument document, TableLayout layout, BlockValues? read, List<SpectralFileIssue> issues, CancellationToken cancellationToken) =>
        layout.Arrangement switch
        {
            TableArrangement.ColumnPairs => ReadPairs(document, layout, issues, cancellationToken),
            TableArrangement.Rows => ReadRows(document, layout, cancellationToken),
            TableArrangement.ImplicitX => ImplicitLayouts.Read(document, layout, cancellationToken),
            TableArrangement.Packed => PackedLayouts.Read(document, layout, cancellationToken),
            TableArrangement.KeyValue => KeyValueLayouts.Read(document, layout, cancellationToken),
            _ => ReadColumns(document, layout, read, issues, cancellationToken),
        };

    private static List<ReadSeries> ReadColumns(
        TextDocument document, TableLayout layout, BlockValues? read, List<SpectralFileIssue> issues, CancellationToken cancellationToken)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var x = (layout.XColumn ?? 1) - 1;
        var wanted = new List<int> { x };
        wanted.AddRange(layout.YColumns.Select(y => y - 1));
        var names = TableNames.Of(document, layout).Columns;
        var labels = ScanLabels.Above(document, dialect, layout.Blocks);
        var series = new List<ReadSeries>();
        for (var b = 0; b < layout.Blocks.Count; b++)
        {
            var block = layout.Blocks[b];
            int first = block.FirstLine - 1, last = block.LastLine - 1;
            var values = read is not null && read.Are(dialect, first, last, wanted)
                ? read
                : BlockValues.Read(document, dialect, first, last, wanted, int.MaxValue, cancellationToken);
            TableChecks.Note(values, [.. wanted.Select(w => w + 1)], issues);
            var solid = WithX(values);
            if (solid.Rows == 0)
                continue;
            var starts = ScanStarts.Find(solid.Columns[0]);
            if (starts.Count == 1 && wanted.Count == 2)
            {
                series.Add(new ReadSeries(labels?[b] ?? names?.Name(wanted[1]), names?.NameAndUnit(wanted[1]), solid.Columns[0], solid.Columns[1]));
                continue;
            }

            var beside = solid.Rows == values.Rows ? ScanLabels.Beside(document, dialect, LinesOf(values, starts), wanted) : null;
            for (var s = 0; s < starts.Count; s++)
            {
                var from = starts[s];
                var to = s + 1 < starts.Count ? starts[s + 1] : solid.Rows;
                for (var k = 1; k < wanted.Count; k++)
                {
                    var name = Named(beside?[s] ?? labels?[b], names?.Name(wanted[k]), wanted.Count == 2);
                    series.Add(new ReadSeries(name, names?.NameAndUnit(wanted[k]), Part(solid.Columns[0], from, to), Part(solid.Columns[k], from, to)));
                }
            }
        }

        return series;
    }

    private static string? Named(string? scan, string? column, bool isOnlyColumn) =>
        scan is null || column is null ? scan ?? column : isOnlyColumn ? scan : $"{scan} {column}";

    private static List<(int First, int Last)> LinesOf(BlockValues values, List<int> starts) =>
        [.. starts.Select((start, s) => (values.Lines[start], values.Lines[(s + 1 < starts.Count ? starts[s + 1] : values.Rows) - 1]))];

    private static List<ReadSeries> ReadPairs(TextDocument document, TableLayout layout, List<SpectralFileIssue> issues, CancellationToken cancellationToken)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var pairs = layout.YColumns.Select((y, i) => (X: (layout.PairColumns.Count > i ? layout.PairColumns[i] : y - 1) - 1, Y: y - 1)).ToList();
        var wanted = pairs.SelectMany(p => new[] { p.X, p.Y }).ToList();
        var names = TableNames.Of(document, layout).Columns;
        var series = new List<ReadSeries>();
        foreach (var block in layout.Blocks)
        {
            var values = BlockValues.Read(document, dialect, block.FirstLine - 1, block.LastLine - 1, wanted, int.MaxValue, cancellationToken);
            for (var p = 0; p < pairs.Count; p++)
            {
                var (x, y) = Solid(values.Columns[2 * p], values.Columns[2 * p + 1], values.Rows);
                if (x.Length > 0)
                    series.Add(new ReadSeries(names?.Name(pairs[p].Y), names?.NameAndUnit(pairs[p].Y), x, y));
            }
        }

        return series;
    }

    private static List<ReadSeries> ReadRows(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var row = new RowCells(dialect);
        var axisLine = document.Line(layout.XLine!.Value - 1);
        var cells = row.Split(axisLine);
        var first = layout.FirstXCell - 1;
        var last = Math.Min(cells, layout.LastXCell ?? cells) - 1;
        var x = new double[last - first + 1];
        for (var i = 0; i < x.Length; i++)
            x[i] = NumberInName.Read(document, row.Cell(axisLine, first + i), dialect.Mark);
        var series = new List<ReadSeries>();
        foreach (var number in layout.YColumns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = document.Line(number - 1);
            var count = row.Split(line);
            var y = new double[x.Length];
            for (var i = 0; i < y.Length; i++)
            {
                y[i] = double.NaN;
                if (first + i < count)
                    NumericCell.Classify(row.Cell(line, first + i), dialect.Mark, out y[i]);
            }

            var label = first > 0 && row.Cell(line, 0) is { IsEmpty: false } cell ? document.Decode(cell) : null;
            var (sx, sy) = Solid((double[])x.Clone(), y, y.Length);
            series.Add(new ReadSeries(label, null, sx, sy));
        }

        return series;
    }

    private static (double[][] Columns, int Rows) WithX(BlockValues values)
    {
        var x = values.Columns[0];
        var keep = 0;
        foreach (var value in x)
        {
            if (!double.IsNaN(value))
                keep++;
        }

        if (keep == values.Rows)
            return (values.Columns, values.Rows);
        var made = Array.ConvertAll(values.Columns, _ => new double[keep]);
        var at = 0;
        for (var r = 0; r < values.Rows; r++)
        {
            if (double.IsNaN(x[r]))
                continue;
            for (var k = 0; k < made.Length; k++)
                made[k][at] = values.Columns[k][r];
            at++;
        }

        return (made, keep);
    }

    private static (double[] X, double[] Y) Solid(double[] x, double[] y, int rows)
    {
        var keep = new List<int>(rows);
        for (var i = 0; i < rows; i++)
        {
            if (!double.IsNaN(x[i]))
                keep.Add(i);
        }

        return keep.Count == x.Length ? (x, y) : ([.. keep.Select(i => x[i])], [.. keep.Select(i => y[i])]);
    }

    private static double[] Part(double[] values, int from, int to) => values.AsSpan(from, to - from).ToArray();
}
