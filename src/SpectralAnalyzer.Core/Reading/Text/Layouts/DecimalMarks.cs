using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Weighs the marks in the numbers of a block: decimals, thousands, and commas that may be either.</summary>
internal static class DecimalMarks
{
    private const int RowsLookedAt = 200;
    private static readonly Delimiter[] s_solid = [Delimiter.Tab, Delimiter.Semicolon, Delimiter.Pipe];

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

        if (dialect.Delimiter == Delimiter.Blanks && Array.Exists(s_solid, solid => MayGroup(text, block, solid)))
            evidence.Add(Evidence.BlanksMayGroup);
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

    /// <summary>Returns true where a delimiter parts each row into as many numbers, of which some have blanks in them.</summary>
    private static bool MayGroup(DelimitedText text, NumericBlock block, Delimiter delimiter)
    {
        var other = new Dialect(delimiter, text.Dialect.Mark);
        if (text.Line(block.FirstLine).IndexOf(other.Separator) < 0)
            return false;
        var parted = new DelimitedText(text.Document, other);
        int grouped = 0, columns = 0;
        for (var i = block.FirstLine; i <= Math.Min(block.LastLine, block.FirstLine + RowsLookedAt); i++)
        {
            if (text.IsBlank(i))
                continue;
            var row = parted.Split(i);
            columns = columns == 0 ? row.Count : columns;
            if (row.Count != columns)
                return false;
            for (var c = 0; c < row.Count; c++)
            {
                // a delimiter at the end of each row
                if (row[c].IsEmpty && c == columns - 1)
                    continue;
                if (!row.IsNumber(c, out _))
                    return false;
                grouped += row[c].IndexOf((byte)' ') > 0 ? 1 : 0;
            }
        }

        return grouped > 0;
    }

    private static int Commas(ReadOnlySpan<byte> line) => line.TrimEnd(", \t"u8).Count((byte)',');
}
