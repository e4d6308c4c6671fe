using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Looks at the marks within the numbers of a block: decimals, thousands, and commas that may be either delimiter or decimal mark.</summary>
internal static class DecimalMarks
{
    private const int RowsLookedAt = 200;

    /// <summary>Adds what the marks speak for or against.</summary>
    public static void Weigh(TextDocument document, Dialect dialect, NumericBlock block, HeaderNames names, List<LayoutEvidence> evidence)
    {
        byte decimalMark = dialect.Mark == DecimalMark.Comma ? (byte)',' : (byte)'.';
        byte otherMark = dialect.Mark == DecimalMark.Comma ? (byte)'.' : (byte)',';
        int marked = 0, thousands = 0, both = 0;
        var row = new RowCells(dialect);
        for (var i = block.FirstLine; i <= Math.Min(block.LastLine, block.FirstLine + RowsLookedAt); i++)
        {
            var line = document.Line(i);
            var cells = row.Split(line);
            for (var c = 0; c < Math.Min(cells, 64); c++)
            {
                var cell = row.Cell(line, c);
                var hasMark = cell.IndexOf(decimalMark) >= 0;
                if (hasMark)
                    marked++;
                if (cell.IndexOf(otherMark) < 0 || NumericCell.Classify(cell, dialect.Mark, out _) != CellKind.Number)
                    continue;
                thousands++;
                if (hasMark)
                    both++;
            }
        }

        if (thousands > 0 && both == 0)
            evidence.Add(new LayoutEvidence("some numbers would have marks of thousands and no decimals", marked == 0 ? -0.35 : -0.15));
        if (dialect is not { Delimiter: Delimiter.Comma, Mark: DecimalMark.Comma } || document.Line(block.FirstLine).IndexOf((byte)'"') >= 0)
            return;
        evidence.Add(new LayoutEvidence("the comma would be both delimiter and decimal mark", -0.04));
        var above = block.FirstLine - 1;
        while (above > 0 && document.IsBlank(above))
            above--;
        var commas = Commas(document.Line(block.FirstLine));
        // names that do not fit this dialect are no names to it, so the line itself is counted
        if (above >= 0 && Commas(document.Line(above)) == commas)
            evidence.Add(new LayoutEvidence("there are as many names as cells between commas", -0.6));
        else if (names.Line >= 0 && commas % 2 == 1 && 2 * Commas(document.Line(names.Line)) + 1 == commas)
            evidence.Add(new LayoutEvidence("there is one name for every two cells between commas", 0.6));
    }

    private static int Commas(ReadOnlySpan<byte> line) => line.TrimEnd(", \t"u8).Count((byte)',');
}
