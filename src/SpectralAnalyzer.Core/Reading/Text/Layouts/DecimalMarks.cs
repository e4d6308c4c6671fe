using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Weighs the marks in the numbers of a block: decimals, thousands, and commas that may be either.</summary>
internal static class DecimalMarks
{
    private const int RowsLookedAt = 200;

    internal static void Weigh(DelimitedText text, NumericBlock block, HeaderNames names, List<LayoutEvidence> evidence)
    {
        var dialect = text.Dialect;
        byte decimalMark = dialect.Mark == DecimalMark.Comma ? (byte)',' : (byte)'.';
        byte otherMark = dialect.Mark == DecimalMark.Comma ? (byte)'.' : (byte)',';
        int marked = 0, thousands = 0, both = 0, blanks = 0;
        for (var i = block.FirstLine; i <= Math.Min(block.LastLine, block.FirstLine + RowsLookedAt); i++)
        {
            var row = text.Split(i);
            for (var c = 0; c < Math.Min(row.Count, 64); c++)
            {
                var cell = row[c];
                var hasMark = cell.IndexOf(decimalMark) >= 0;
                if (hasMark)
                    marked++;
                if (cell.IndexOf((byte)' ') > 0 && row.IsNumber(c, out _))
                    blanks++;
                if (cell.IndexOf(otherMark) < 0 || !row.IsNumber(c, out _))
                    continue;
                thousands++;
                if (hasMark)
                    both++;
            }
        }

        if (blanks > 0)
            evidence.Add(Evidence.BlanksInNumbers);
        if (thousands > 0 && both == 0)
            evidence.Add(Evidence.ThousandsWithoutDecimals(marked > 0));
        if (dialect is not { Delimiter: Delimiter.Comma, Mark: DecimalMark.Comma }
            || text.Line(block.FirstLine).IndexOf((byte)'"') >= 0)
            return;
        evidence.Add(Evidence.CommaIsBoth);
        var above = text.LineAbove(block.FirstLine);
        var commas = Commas(text.Line(block.FirstLine));
        // names that do not fit this dialect are not names in it, so the line itself is counted
        if (above >= 0 && Commas(text.Line(above)) == commas)
            evidence.Add(Evidence.NamePerCell);
        else if (names.Line >= 0 && commas >= 3 && commas % 2 == 1 && 2 * Commas(text.Line(names.Line)) + 1 == commas)
            evidence.Add(Evidence.NamePerTwoCells);
    }

    private static int Commas(ReadOnlySpan<byte> line) => line.TrimEnd(", \t"u8).Count((byte)',');
}
