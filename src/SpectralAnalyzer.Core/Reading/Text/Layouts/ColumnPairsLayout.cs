using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Each spectrum is two columns, an x of its own and y.</summary>
internal sealed class ColumnPairsLayout : ILayoutKind
{
    public TableArrangement Arrangement => TableArrangement.ColumnPairs;

    public LayoutProposal? Propose(LayoutSearch search) =>
        search.Table is not { Pairs: { } pairs } table ? null : table.Propose(Arrangement, layout => layout with
        {
            XColumn = pairs[0].X,
            YColumns = [.. pairs.Select(p => p.Y)],
            PairColumns = [.. pairs.Select(p => p.X)],
        });

    public LayoutProposal? Prove(DelimitedText text, TableLayout layout, CancellationToken cancellationToken) =>
        ColumnProof.Prove(text, layout, cancellationToken);

    public string? XName(LayoutProposal proposal) =>
        ColumnsLayout.Names(proposal).NameAndUnit((proposal.Layout.XColumn ?? 1) - 1);

    public List<ReadSeries> Read(LayoutProposal proposal, List<SpectralFileIssue> issues, CancellationToken cancellationToken)
    {
        var layout = proposal.Layout;
        List<int> wanted = [.. layout.YColumns.SelectMany(
            (y, i) => new[] { (layout.PairColumns.Count > i ? layout.PairColumns[i] : y - 1) - 1, y - 1 })];
        var names = ColumnsLayout.Names(proposal);
        var titles = Titles(names, wanted);
        var series = new List<ReadSeries>();
        foreach (var block in layout.Blocks)
        {
            var values = BlockValues.Read(
                proposal.Text, block.FirstLine - 1, block.LastLine - 1, proposal.Skipped, wanted, int.MaxValue,
                cancellationToken);
            TableChecks.Check(values, wanted, issues);
            for (var k = 1; k < wanted.Count; k += 2)
            {
                var found = ReadSeries.WithX(
                    titles?[k / 2] ?? names.Name(wanted[k]), names.NameAndUnit(wanted[k]), values.Columns[k - 1],
                    values.Columns[k]);
                if (found.X.Length > 0)
                    series.Add(found);
            }
        }

        return series;
    }

    /// <summary>Returns the titles above the names, where each pair has one of its own; else null.</summary>
    private static string[]? Titles(HeaderNames names, List<int> wanted)
    {
        var titles = Enumerable.Range(0, wanted.Count / 2)
            .Select(p => names.Title(wanted[2 * p]) ?? names.Title(wanted[2 * p + 1]))
            .OfType<string>().ToArray();
        return titles.Length == wanted.Count / 2
            && titles.Distinct(StringComparer.Ordinal).Count() == titles.Length ? titles : null;
    }
}
