using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Tells whether a file leaves open what its commas are: delimiter or decimal mark, or decimal mark or mark of thousands.</summary>
internal static class AmbiguousMarks
{
    private const double StandsUp = 0.4;

    /// <summary>True where both layouts stand up, differ in the decimal mark alone, and no number of the file settles which is right.</summary>
    public static bool IsBetween(TextDocument document, LayoutProposal best, LayoutProposal other, CancellationToken cancellationToken)
    {
        var (one, two) = (best.Layout, other.Layout);
        if (one.Delimiter != two.Delimiter || one.DecimalMark == two.DecimalMark || other.Score < StandsUp || !IsByColumn(one) || !IsByColumn(two))
            return false;
        return one.Delimiter == Delimiter.Comma
            ? best.Score - other.Score < StandsUp && HasNoPoint(document, one, cancellationToken)
            : MayBeThousands(document, one, cancellationToken);
    }

    /// <summary>The doubt in words.</summary>
    public static string Doubt(Delimiter delimiter) => delimiter == Delimiter.Comma
        ? "a comma may part two numbers or stand before decimals: nothing in the file settles it"
        : "a comma may stand before decimals or mark thousands: nothing in the file settles it";

    private static bool IsByColumn(TableLayout layout) => layout.Arrangement is TableArrangement.Columns or TableArrangement.ColumnPairs;

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

    /// <summary>True where every comma has one to three digits before it and three after, and no number is written in another way.</summary>
    private static bool MayBeThousands(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        var row = new RowCells(new Dialect(layout.Delimiter, DecimalMark.Comma));
        var marked = new HashSet<int>();
        var longUnmarked = new HashSet<int>();
        foreach (var block in layout.Blocks)
        {
            for (var i = block.FirstLine - 1; i < block.LastLine; i++)
            {
                if ((i & 0xFFF) == 0)
                    cancellationToken.ThrowIfCancellationRequested();
                var line = document.Line(i);
                var cells = row.Split(line);
                for (var c = 0; c < cells; c++)
                {
                    var cell = row.Cell(line, c).TrimStart("+-"u8);
                    if (NumericCell.Classify(cell, DecimalMark.Comma, out _) != CellKind.Number)
                        continue;
                    var comma = cell.IndexOf((byte)',');
                    if (cell.IndexOf((byte)'.') >= 0 || (comma >= 0 && !IsThousands(cell, comma)))
                        return false;
                    if (comma >= 0)
                        marked.Add(c);
                    else if (cell.Length > 3)
                        longUnmarked.Add(c);
                }
            }
        }

        // a column that leaves out the mark in one number of four digits does not mark thousands
        return marked.Count > 0 && !marked.Overlaps(longUnmarked);
    }

    private static bool IsThousands(ReadOnlySpan<byte> cell, int comma) =>
        comma is >= 1 and <= 3 && cell.Length == comma + 4 && cell[0] != (byte)'0' && cell[(comma + 1)..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
}
