using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>
/// Recognizes a row at the edge of a block that a line feed broke in two: the two lines are no row like the one beside them, and
/// joined they are.
/// </summary>
internal static class BrokenEdges
{
    private const int FewestRows = 8;
    private const int LongestLine = 1 << 12;

    /// <summary>Leaves out the first and the last row where the rest of the row is in the line beside it.</summary>
    internal static void LeaveOut(DelimitedText text, NumericBlock block)
    {
        if (block.Columns < 2 || block.Rows < FewestRows)
            return;
        if (AreOneRow(text, block.FirstLine - 1, text.LineBelow(block.FirstLine)))
            block.LeaveOut(block.FirstLine);
        if (AreOneRow(text, block.LastLine, text.LineAbove(block.LastLine)))
            block.LeaveOut(block.LastLine);
    }

    /// <summary>Returns true where a line and the next are the parts of one row.</summary>
    /// <param name="text">The text.</param>
    /// <param name="line">The first of the two lines, from 0.</param>
    /// <param name="row">A row that is whole.</param>
    internal static bool AreOneRow(DelimitedText text, int line, int row)
    {
        if (line < 0 || row < 0 || line + 1 >= text.LineCount || text.IsBlank(line) || text.IsBlank(line + 1))
            return false;
        ReadOnlySpan<byte> one = text.Line(line), two = text.Line(line + 1);
        if (one.Length + two.Length > LongestLine)
            return false;
        var whole = Writing(text, text.Line(row));
        return Array.Exists(whole, cell => cell.Ending.Decimals > 0)
            && Writing(text, (byte[])[.. one, .. two]).AsSpan().SequenceEqual(whole)
            && !Writing(text, one).AsSpan().SequenceEqual(whole)
            && !Writing(text, two).AsSpan().SequenceEqual(whole);
    }

    /// <summary>Returns what each cell holds, and how its number ends.</summary>
    private static (CellKind Kind, NumberEnding Ending)[] Writing(DelimitedText text, ReadOnlySpan<byte> line)
    {
        var row = text.Split(line);
        var cells = new (CellKind, NumberEnding)[row.Count];
        for (var c = 0; c < cells.Length; c++)
        {
            var kind = row.Classify(c, out _);
            cells[c] = (kind, kind == CellKind.Number ? NumberEnding.From(row[c], text.Dialect.Mark) : default);
        }

        return cells;
    }
}
