using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>x is one column, and each spectrum is another.</summary>
internal sealed class ColumnsLayout : ILayoutKind
{
    public TableArrangement Arrangement => TableArrangement.Columns;

    public LayoutProposal? Propose(LayoutSearch search)
    {
        if (search.Table is not { Pairs: null } table)
            return null;
        var (columns, roles) = (table.Columns, table.Roles);
        var proposal = table.Propose(Arrangement, layout => layout with
        {
            XColumn = columns[roles.X].Number,
            YColumns = [.. roles.Y.Select(y => columns[y].Number)],
            LeftOut = roles.LeftOut,
        });
        CheckErrorColumns(roles, proposal.Issues);
        CheckAttenuator(table, proposal.Issues);
        table.CheckRowsBeside(proposal.Issues);
        return proposal;
    }

    public LayoutProposal? Prove(DelimitedText text, TableLayout layout, CancellationToken cancellationToken) =>
        ColumnProof.Prove(text, layout, cancellationToken);

    public string? XName(LayoutProposal proposal) => Names(proposal).NameAndUnit((proposal.Layout.XColumn ?? 1) - 1);

    public List<ReadSeries> Read(LayoutProposal proposal, List<SpectralFileIssue> issues, CancellationToken cancellationToken)
    {
        var (text, layout, read) = (proposal.Text, proposal.Layout, proposal.Values);
        List<int> wanted = [(layout.XColumn ?? 1) - 1, .. layout.YColumns.Select(y => y - 1)];
        var shared = Names(proposal);
        var labels = ScanLabels.Above(text, layout.Blocks) ?? ScanTitles.Above(text, layout.Blocks);
        var series = new List<ReadSeries>();
        for (var b = 0; b < layout.Blocks.Count; b++)
        {
            int first = layout.Blocks[b].FirstLine - 1, last = layout.Blocks[b].LastLine - 1;
            var values = read is not null && read.Are(first, last, wanted)
                ? read
                : BlockValues.Read(text, first, last, proposal.Skipped, wanted, int.MaxValue, cancellationToken);
            TableChecks.Check(values, wanted, issues);
            var names = b == 0 ? shared : OwnNames(text, layout, b) ?? shared;
            var (columns, rows) = WithX(values);
            if (rows == 0)
                continue;
            var starts = ScanStarts.Find(columns[0]);
            if (starts.Count == 1 && wanted.Count == 2)
            {
                series.Add(new ReadSeries(labels?[b] ?? names.Name(wanted[1]), names.NameAndUnit(wanted[1]), columns[0],
                    columns[1]));
                continue;
            }

            var beside = rows == values.Rows ? ScanLabels.Beside(text, LinesOf(values, starts), wanted, names) : null;
            for (var s = 0; s < starts.Count; s++)
            {
                var scan = starts[s]..(s + 1 < starts.Count ? starts[s + 1] : rows);
                for (var k = 1; k < wanted.Count; k++)
                {
                    var name = Named(beside?[s] ?? labels?[b], names.Name(wanted[k]), wanted.Count == 2);
                    series.Add(new ReadSeries(name, names.NameAndUnit(wanted[k]), columns[0][scan], columns[k][scan]));
                }
            }
        }

        return series;
    }

    /// <summary>Returns the names above the data, or those of the line that the layout points to where that is another.</summary>
    internal static HeaderNames Names(LayoutProposal proposal)
    {
        var (text, layout) = (proposal.Text, proposal.Layout);
        var width = layout.LeftOut.Select(left => left.Column).Concat(layout.YColumns).Append(layout.XColumn ?? 1).Max();
        var above = HeaderNames.Above(text, layout.FirstDataLine - 1, width);
        return layout.HeaderLine is { } line && above.Line != line - 1 ? HeaderNames.At(text, line - 1, width) : above;
    }

    /// <summary>Returns the names between a block and the one before it, or null.</summary>
    private static HeaderNames? OwnNames(DelimitedText text, TableLayout layout, int block)
    {
        var width = layout.YColumns.Append(layout.XColumn ?? 1).Max();
        var names = HeaderNames.Above(text, layout.Blocks[block].FirstLine - 1, width, layout.Blocks[block - 1].LastLine);
        return names.Exist ? names : null;
    }

    /// <summary>Adds an issue for the columns that were taken for errors: a spectrum among them would be missed.</summary>
    private static void CheckErrorColumns(ColumnRoles roles, List<SpectralFileIssue> issues)
    {
        var left = roles.LeftOut.FindAll(column => column.Reason == ErrorWords.Reason);
        if (left.Count == 0)
            return;
        var shown = left.Take(5).Select(column => FormattableString.Invariant($"{column.Column} ('{column.Name}')"));
        var list = string.Join(", ", shown) + (left.Count > 5 ? ", …" : "");
        issues.Add(new SpectralFileIssue(
            IssueSeverity.Information,
            SpectralIssueIds.ColumnLeftOut,
            $"{left.Count} columns were left out as the errors of another: {list}. State -YColumn to read them."));
    }

    /// <summary>Adds an issue where an attenuator was in the beam: the intensities are not of one scale.</summary>
    private static void CheckAttenuator(ColumnTable table, List<SpectralFileIssue> issues)
    {
        if (table is not { HasAttenuator: true, Columns: [_, _, var factor] } || factor is { Min: 1, Max: 1 })
            return;
        issues.Add(new SpectralFileIssue(
            IssueSeverity.Warning,
            SpectralIssueIds.Attenuation,
            FormattableString.Invariant($"An attenuator was in the beam (factors from {factor.Min} to {factor.Max}); ")
                + "the values are as they stand in the file."));
    }

    private static string? Named(string? scan, string? column, bool isOnlyColumn) =>
        scan is null || column is null ? scan ?? column : isOnlyColumn ? scan : $"{scan} {column}";

    private static List<(int First, int Last)> LinesOf(BlockValues values, List<int> starts) =>
        [.. starts.Select((start, s) => (values.Lines[start],
            values.Lines[(s + 1 < starts.Count ? starts[s + 1] : values.Rows) - 1]))];

    /// <summary>Returns the columns without the rows that have no x.</summary>
    private static (double[][] Columns, int Rows) WithX(BlockValues values)
    {
        var x = values.Columns[0];
        var keep = 0;
        foreach (var value in x)
        {
            if (!double.IsNaN(value))
                keep++;
        }

        if (keep == values.Rows)
            return (values.Columns, values.Rows);
        var made = Array.ConvertAll(values.Columns, _ => new double[keep]);
        var at = 0;
        for (var r = 0; r < values.Rows; r++)
        {
            if (double.IsNaN(x[r]))
                continue;
            for (var k = 0; k < made.Length; k++)
                made[k][at] = values.Columns[k][r];
            at++;
        }

        return (made, keep);
    }
}
