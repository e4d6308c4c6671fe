using System.Buffers;
using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Looks for rows of numbers that a layout leaves unread: another table, or the same one written another way.</summary>
internal static class UnreadRows
{
    private const int FewestRows = 5;
    private const double ShareThatDoubts = 0.25;
    private const int MostLines = 20_000;

    private static readonly SearchValues<byte> Signs = SearchValues.Create("0123456789+-.,;|\t eE"u8);

    /// <summary>The proposal, with what the user should know.</summary>
    public static LayoutProposal Note(TextDocument document, LayoutProposal best)
    {
        var layout = best.Layout;
        if (layout.Arrangement is not (TableArrangement.Columns or TableArrangement.ColumnPairs))
            return best;
        int unread = 0, first = -1, block = 0;
        for (var line = 0; line < Math.Min(document.LineCount, MostLines); line++)
        {
            if (block < layout.Blocks.Count && line + 1 >= layout.Blocks[block].FirstLine)
            {
                line = layout.Blocks[block++].LastLine - 1;
                continue;
            }

            if (!IsRow(document.Line(line)))
                continue;
            unread++;
            if (first < 0)
                first = line;
        }

        var rows = layout.Blocks.Sum(b => b.LastLine - b.FirstLine + 1);
        if (unread < FewestRows || unread < 0.02 * rows)
            return best;
        var fault = new SpectralFileIssue(
            IssueSeverity.Warning,
            "UnreadRows",
            FormattableString.Invariant($"{unread} lines of numbers outside the table were not read: another table, or the same one written another way."),
            first + 1);
        return best with
        {
            Faults = [.. best.Faults, fault],
            Evidence = unread < ShareThatDoubts * rows ? best.Evidence : [.. best.Evidence, new LayoutEvidence("many rows of numbers are not of the table", -0.12)],
        };
    }

    private static bool IsRow(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t,;"u8);
        if (line.Length is < 3 or > 1000 || line.IndexOfAnyExcept(Signs) >= 0)
            return false;
        var numbers = 0;
        foreach (var range in line.SplitAny((byte)' ', (byte)'\t', (byte)';', (byte)'|'))
            numbers += line[range].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 ? 1 : 0;
        return numbers >= 2 || (numbers == 1 && line.Count((byte)',') >= 1 && line.IndexOf((byte)'.') >= 0);
    }
}
