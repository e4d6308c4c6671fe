using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>Finds the name of each scan: a line above each block, or a column that is the same within a scan only.</summary>
internal static class ScanLabels
{
    private const int LongestLabel = 80;
    private const int MostPlaces = 4;

    /// <summary>Returns a different label for each block; null where a block has none.</summary>
    internal static string[]? Above(DelimitedText text, IReadOnlyList<TableBlock> blocks)
    {
        if (blocks.Count < 2)
            return null;
        var labels = new string[blocks.Count];
        for (var b = 0; b < blocks.Count; b++)
        {
            // the first block has as many lines above it as the second, so that the title of the file is not taken for that of
            // the scan
            var between = blocks[1].FirstLine - 1 - blocks[0].LastLine;
            var from = b > 0 ? blocks[b - 1].LastLine : Math.Max(0, blocks[0].FirstLine - 1 - between);
            // the keywords of Rigaku RAS name no scan
            if (LoneText(text, from, blocks[b].FirstLine - 1) is not { } label
                || label.StartsWith("*RAS_", StringComparison.Ordinal))
                return null;
            labels[b] = label;
        }

        return AreDistinct(labels) ? labels : null;
    }

    /// <summary>Returns a different label for each scan of one block; null where no column distinguishes the scans.</summary>
    /// <param name="text">The text.</param>
    /// <param name="scans">The first and the last line of each scan, from 0.</param>
    /// <param name="read">The columns that are x or y, from 0.</param>
    /// <param name="names">The names of the columns.</param>
    internal static string[]? Beside(
        DelimitedText text, IReadOnlyList<(int First, int Last)> scans, IReadOnlyList<int> read, HeaderNames names)
    {
        if (scans.Count < 2)
            return null;
        var columns = text.Split(scans[0].First).Count;
        for (var c = 0; c < columns; c++)
        {
            if (read.Contains(c) || text.Split(scans[0].First).Classify(c, out _) != CellKind.Text)
                continue;
            var labels = new string[scans.Count];
            var holds = true;
            for (var s = 0; s < labels.Length && holds; s++)
            {
                labels[s] = CellOf(text, scans[s].First, c);
                holds = labels[s].Length is > 0 and <= LongestLabel && labels[s] == CellOf(text, scans[s].Last, c);
            }

            if (holds && AreDistinct(labels))
                return labels;
        }

        return Places(text, scans, read, names);
    }

    /// <summary>
    /// Returns the numbers that stand beside each scan by their names: <c>X = 0, Y = 2</c>; null where two are alike.
    /// </summary>
    private static string[]? Places(
        DelimitedText text, IReadOnlyList<(int First, int Last)> scans, IReadOnlyList<int> read, HeaderNames names)
    {
        var parts = new List<string>[scans.Count];
        for (var s = 0; s < parts.Length; s++)
            parts[s] = [];
        var columns = text.Split(scans[0].First).Count;
        for (var c = 0; c < columns; c++)
        {
            if (read.Contains(c) || names.Name(c)?.Trim('#', '%', ' ') is not { Length: > 0 } name
                || !scans.All(scan => NumberOf(text, scan.First, c) is { } value && value == NumberOf(text, scan.Last, c)))
                continue;
            for (var s = 0; s < parts.Length; s++)
                parts[s].Add(FormattableString.Invariant($"{name} = {NumberOf(text, scans[s].First, c)}"));
        }

        var labels = Array.ConvertAll(parts, p => string.Join(", ", p));
        return parts[0].Count is > 0 and <= MostPlaces && AreDistinct(labels) ? labels : null;
    }

    private static double? NumberOf(DelimitedText text, int line, int column) =>
        text.Split(line).IsNumber(column, out var value) ? value : null;

    private static string? LoneText(DelimitedText text, int from, int to)
    {
        for (var line = from; line < to; line++)
        {
            if (text.IsBlank(line) || text.Line(line).Length > 4 * LongestLabel)
                continue;
            var row = text.Split(line);
            var filled = 0;
            var label = "";
            for (var c = 0; c < row.Count; c++)
            {
                if (row[c].IsEmpty)
                    continue;
                filled++;
                if (row.Classify(c, out _) == CellKind.Text)
                    label = row.TextOf(c).Trim('#', '%', '"', ' ');
            }

            if (text.Dialect.Delimiter is Delimiter.Blanks && filled > 1)
                label = text.Document.TextOf(line).Trim().Trim('#', '%', '"', ' ');
            else if (filled != 1)
                return null;
            return label.Length is > 0 and <= LongestLabel && AxisWords.Read(label).Quantity == AxisQuantity.None ? label : null;
        }

        return null;
    }

    private static string CellOf(DelimitedText text, int line, int column)
    {
        var row = text.Split(line);
        return column < row.Count ? row.TextOf(column) : "";
    }

    private static bool AreDistinct(string[] labels) => labels.Distinct(StringComparer.Ordinal).Count() == labels.Length;
}
