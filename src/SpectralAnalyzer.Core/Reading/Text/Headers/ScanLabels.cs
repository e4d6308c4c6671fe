using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>Finds what a file calls each of its scans: a line of its own above each block, or a column that stays the same within a scan and not beyond.</summary>
internal static class ScanLabels
{
    private const int LongestLabel = 80;

    /// <summary>A label a block, each another; null where not every block has one.</summary>
    /// <param name="document">The file.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="blocks">The blocks.</param>
    public static string[]? Above(TextDocument document, Dialect dialect, IReadOnlyList<TableBlock> blocks)
    {
        if (blocks.Count < 2)
            return null;
        var row = new RowCells(dialect);
        var labels = new string[blocks.Count];
        for (var b = 0; b < blocks.Count; b++)
        {
            // the lines above the first block are as many as above the second, so that a title of the file is not taken for that of the scan
            var from = b > 0 ? blocks[b - 1].LastLine : Math.Max(0, blocks[0].FirstLine - 1 - (blocks[1].FirstLine - 1 - blocks[0].LastLine));
            if (LoneText(document, row, dialect, from, blocks[b].FirstLine - 1) is not { } label)
                return null;
            labels[b] = label;
        }

        return AreDistinct(labels) ? labels : null;
    }

    /// <summary>A label a scan of one block, each another; null where no column tells the scans apart.</summary>
    /// <param name="document">The file.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="scans">The first and the last line of each scan, from 0.</param>
    /// <param name="read">The columns that are x or y, from 0.</param>
    public static string[]? Beside(TextDocument document, Dialect dialect, IReadOnlyList<(int First, int Last)> scans, IReadOnlyList<int> read)
    {
        if (scans.Count < 2)
            return null;
        var row = new RowCells(dialect);
        var columns = row.Split(document.Line(scans[0].First));
        for (var c = 0; c < columns; c++)
        {
            if (read.Contains(c) || NumericCell.Classify(CellOf(document, row, scans[0].First, c), dialect.Mark, out _) != CellKind.Text)
                continue;
            var labels = new string[scans.Count];
            var holds = true;
            for (var s = 0; s < labels.Length && holds; s++)
            {
                labels[s] = document.Decode(CellOf(document, row, scans[s].First, c));
                holds = labels[s].Length is > 0 and <= LongestLabel && labels[s] == document.Decode(CellOf(document, row, scans[s].Last, c));
            }

            if (holds && AreDistinct(labels))
                return labels;
        }

        return null;
    }

    private static string? LoneText(TextDocument document, RowCells row, Dialect dialect, int from, int to)
    {
        for (var line = from; line < to; line++)
        {
            var bytes = document.Line(line);
            if (document.IsBlank(line) || bytes.Length > 4 * LongestLabel)
                continue;
            var cells = row.Split(bytes);
            var filled = 0;
            var label = "";
            for (var c = 0; c < cells; c++)
            {
                var cell = row.Cell(bytes, c);
                if (cell.IsEmpty)
                    continue;
                filled++;
                if (NumericCell.Classify(cell, dialect.Mark, out _) == CellKind.Text)
                    label = document.Decode(cell).Trim('#', '%', '"', ' ');
            }

            if (dialect.Delimiter is Delimiter.Blanks && filled > 1)
                label = document.TextOf(line).Trim().Trim('#', '%', '"', ' ');
            else if (filled != 1)
                return null;
            return label.Length is > 0 and <= LongestLabel && AxisWords.Read(label).Quantity == AxisQuantity.None ? label : null;
        }

        return null;
    }

    private static ReadOnlySpan<byte> CellOf(TextDocument document, RowCells row, int line, int column)
    {
        var bytes = document.Line(line);
        return column < row.Split(bytes) ? row.Cell(bytes, column) : default;
    }

    private static bool AreDistinct(string[] labels) => labels.Distinct(StringComparer.Ordinal).Count() == labels.Length;
}
