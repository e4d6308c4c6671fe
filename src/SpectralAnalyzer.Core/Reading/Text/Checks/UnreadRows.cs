using System.Buffers;
using SpectralAnalyzer.Core.Reading.Text.Layouts;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Finds rows of numbers that a layout does not read: another table, or the same one written another way.</summary>
internal static class UnreadRows
{
    private const int FewestRows = 5;
    private const double DoubtfulShare = 0.25;
    private const int MostLines = 20_000;

    private static readonly SearchValues<byte> s_signs = SearchValues.Create("0123456789+-.,;|\t eE"u8);

    /// <summary>Returns the layout with what the user should know.</summary>
    internal static LayoutProposal Check(LayoutProposal best)
    {
        var (text, layout) = (best.Text, best.Layout);
        if (!best.IsByColumn)
            return best;
        int unread = 0, first = -1, block = 0;
        for (var line = 0; line < Math.Min(text.LineCount, MostLines); line++)
        {
            if (block < layout.Blocks.Count && line + 1 >= layout.Blocks[block].FirstLine)
            {
                line = layout.Blocks[block++].LastLine - 1;
                continue;
            }

            if (!IsRow(text.Line(line)))
                continue;
            unread++;
            if (first < 0)
                first = line;
        }

        var rows = layout.Blocks.Sum(b => b.LastLine - b.FirstLine + 1);
        if (unread < FewestRows || unread < 0.02 * rows)
            return best;
        var issue = new SpectralFileIssue(
            IssueSeverity.Warning,
            SpectralIssueIds.UnreadRows,
            $"{unread} lines of numbers outside the table were not read: another table, or the same one written another way.",
            first + 1);
        return unread < DoubtfulShare * rows ? best with { Issues = [.. best.Issues, issue] }
            : best.With(Evidence.RowsNotRead, issue);
    }

    private static bool IsRow(ReadOnlySpan<byte> line)
    {
        line = line.Trim(" \t,;"u8);
        if (line.Length is < 3 or > 1000 || line.IndexOfAnyExcept(s_signs) >= 0)
            return false;
        var numbers = 0;
        foreach (var range in line.SplitAny((byte)' ', (byte)'\t', (byte)';', (byte)'|'))
            numbers += line[range].IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 ? 1 : 0;
        return numbers >= 2 || (numbers == 1 && line.Count((byte)',') >= 1 && line.IndexOf((byte)'.') >= 0);
    }
}
