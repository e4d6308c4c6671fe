using SpectralAnalyzer.Core.Reading.Text.Checks;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Finds the layout that would read other numbers, and how near it comes to the best.</summary>
internal static class RunnerUpSearch
{
    private const double Near = 0.2;
    private const int RowsCompared = 6;
    private const double MostWhereTheMarkIsOpen = 0.7;

    /// <summary>The best layout after the first that reads other numbers than it, or null; one that leaves the decimal mark open comes first.</summary>
    public static LayoutProposal? Second(TextDocument document, List<LayoutProposal> proposals, CancellationToken cancellationToken)
    {
        var best = proposals[0];
        if (proposals.Skip(1).FirstOrDefault(p => AmbiguousMarks.IsBetween(document, best, p, cancellationToken)) is { } open)
            return open with { LeavesMarkOpen = true };
        foreach (var other in proposals.Skip(1))
        {
            if (!ReadsTheSame(document, best.Layout, other.Layout, cancellationToken))
                return other;
        }

        return null;
    }

    /// <summary>The best layout with what a near rival takes from it.</summary>
    public static LayoutProposal Weigh(LayoutProposal best, LayoutProposal? rival)
    {
        if (rival is { LeavesMarkOpen: true })
        {
            var doubted = Math.Min(0, Math.Round(MostWhereTheMarkIsOpen - best.Score, 3));
            return best with { Evidence = [.. best.Evidence, new LayoutEvidence(AmbiguousMarks.Doubt(best.Layout.Delimiter), doubted)] };
        }

        if (rival is null || best.Score - rival.Score >= Near)
            return best;
        var doubt = -Math.Round(0.1 + 0.5 * (Near - (best.Score - rival.Score)), 3);
        var capped = Math.Min(0, 0.99 - best.Score);
        return best with
        {
            Evidence =
            [
                .. best.Evidence,
                new LayoutEvidence(
                    $"the file can be read another way: {new Dialect(rival.Layout.Delimiter, rival.Layout.DecimalMark)}, {rival.Layout.Arrangement}", capped + doubt),
            ],
        };
    }

    private static bool ReadsTheSame(TextDocument document, TableLayout one, TableLayout two, CancellationToken cancellationToken)
    {
        if (one.Arrangement != two.Arrangement)
            return false;
        if (one.Arrangement is not (TableArrangement.Columns or TableArrangement.ColumnPairs))
            return one.FirstDataLine == two.FirstDataLine && one.FirstXCell == two.FirstXCell;
        var a = FirstRows(document, one, cancellationToken);
        var b = FirstRows(document, two, cancellationToken);
        return a.AsSpan().SequenceEqual(b);
    }

    private static double[] FirstRows(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var wanted = layout.YColumns.Take(3).Select(y => y - 1).Prepend((layout.XColumn ?? 1) - 1).ToList();
        var block = layout.Blocks[0];
        var values = BlockValues.Read(document, dialect, block.FirstLine - 1, block.LastLine - 1, wanted, RowsCompared, cancellationToken);
        return [.. values.Columns.SelectMany(c => c)];
    }
}
