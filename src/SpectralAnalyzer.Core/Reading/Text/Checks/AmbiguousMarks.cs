using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>
/// Finds out whether commas may be delimiters or decimal marks, or decimal marks or thousands separators, and blanks delimiters
/// or thousands separators.
/// </summary>
internal static class AmbiguousMarks
{
    /// <summary>Returns true where two layouts differ in their marks alone, and no number decides between them.</summary>
    internal static bool AreBetween(LayoutProposal best, LayoutProposal other, CancellationToken cancellationToken)
    {
        var (one, two) = (best.Layout, other.Layout);
        if (one.Delimiter == Delimiter.Blanks && two.Delimiter == Delimiter.Comma)
        {
            return other.Score >= LayoutLimits.Possible && best.IsByColumn && other.IsByColumn
                && BlanksMayGroup(best.Text.Document, one, cancellationToken);
        }

        if (one.Delimiter != two.Delimiter || one.DecimalMark == two.DecimalMark || other.Score < LayoutLimits.Possible
            || !best.IsByColumn || !other.IsByColumn)
            return false;
        return one.Delimiter == Delimiter.Comma
            ? best.Score - other.Score < LayoutLimits.Possible && HasNoPoint(best.Text.Document, one, cancellationToken)
            : MayBeThousands(best.Text.Document, one, cancellationToken);
    }

    internal static string Describe(LayoutProposal best, LayoutProposal other) => best.Layout.Delimiter switch
    {
        Delimiter.Comma => "a comma may be the delimiter or the decimal mark: nothing in the file decides it",
        Delimiter.Blanks when other.Layout.Delimiter == Delimiter.Comma =>
            "blanks may be delimiters or thousands separators, and commas decimal marks or delimiters: "
            + "nothing in the file decides it",
        _ => "a comma may be the decimal mark or a thousands separator: nothing in the file decides it",
    };

    /// <summary>
    /// Returns true where each row has blanks within what commas part, and three digits behind each, as a group of a longer
    /// number has.
    /// </summary>
    private static bool BlanksMayGroup(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        foreach (var block in layout.Blocks)
        {
            for (var i = block.FirstLine - 1; i < block.LastLine; i++)
            {
                if ((i & 0xFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                if (!HasGroups(document.Line(i)))
                    return false;
            }
        }

        return true;
    }

    private static bool HasGroups(ReadOnlySpan<byte> line)
    {
        var has = false;
        foreach (var part in line.Split((byte)','))
        {
            var cell = line[part].Trim(" \"\0"u8);
            for (var blank = cell.IndexOf((byte)' '); blank >= 0; blank = cell.IndexOf((byte)' '))
            {
                cell = cell[(blank + 1)..];
                var group = cell.IndexOf((byte)' ') is >= 0 and var end ? cell[..end] : cell;
                if (group.Length != 3 || group.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                    return false;
                has = true;
            }
        }

        return has;
    }

    private static bool HasNoPoint(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        foreach (var block in layout.Blocks)
        {
            for (var i = block.FirstLine - 1; i < block.LastLine; i++)
            {
                if ((i & 0xFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                if (document.Line(i).IndexOfAny((byte)'.', (byte)'"') >= 0)
                    return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Returns true where each comma has one to three digits before it and three after, throughout, and so has each point: one of
    /// the two marks decimals, the other thousands.
    /// </summary>
    private static bool MayBeThousands(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        var text = new DelimitedText(document, new Dialect(layout.Delimiter, DecimalMark.Comma));
        var marked = new HashSet<int>();
        var longUnmarked = new HashSet<int>();
        var hasComma = false;
        foreach (var block in layout.Blocks)
        {
            for (var i = block.FirstLine - 1; i < block.LastLine; i++)
            {
                if ((i & 0xFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                var row = text.Split(i);
                for (var c = 0; c < row.Count; c++)
                {
                    var cell = row[c].TrimStart("+-"u8);
                    if (NumericCell.Classify(cell, DecimalMark.Comma, out _) != CellKind.Number)
                        continue;
                    var mark = cell.IndexOfAny((byte)',', (byte)'.');
                    if (mark >= 0 && !IsThousands(cell, mark))
                        return false;
                    hasComma |= mark >= 0 && cell[mark] == (byte)',';
                    if (mark >= 0)
                        marked.Add(c);
                    else if (cell.Length > 3)
                        longUnmarked.Add(c);
                }
            }
        }

        // a column with a number of four digits and no separator does not separate thousands
        return hasComma && !marked.Overlaps(longUnmarked);
    }

    private static bool IsThousands(ReadOnlySpan<byte> cell, int mark) =>
        mark is >= 1 and <= 3 && cell.Length == mark + 4 && cell[0] != (byte)'0'
        && cell[(mark + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
