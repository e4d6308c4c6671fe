using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Checks;

/// <summary>Finds the best layout that reads other numbers than the first, and weighs how near it is.</summary>
internal static class RunnerUpSearch
{
    private const int RowsCompared = 6;

    /// <summary>Returns the best layout after the first that reads other numbers, or null; ambiguous marks come first.</summary>
    internal static LayoutProposal? Find(List<LayoutProposal> proposals, CancellationToken cancellationToken)
    {
        var best = proposals[0];
        if (proposals.Skip(1).FirstOrDefault(p => AmbiguousMarks.AreBetween(best, p, cancellationToken)) is { } ambiguous)
            return ambiguous with { HasAmbiguousMark = true };
        return proposals.Skip(1).FirstOrDefault(other => !ReadsTheSame(best, other, cancellationToken));
    }

    /// <summary>Returns the best layout with the doubt that the runner-up raises.</summary>
    internal static LayoutProposal Weigh(LayoutProposal best, LayoutProposal? runnerUp)
    {
        if (runnerUp is { HasAmbiguousMark: true })
        {
            return best.With(Evidence.LimitTo(
                LayoutLimits.HighestIfMarkIsAmbiguous, best.Score, AmbiguousMarks.Describe(best, runnerUp)));
        }

        if (runnerUp is null || best.Score - runnerUp.Score >= LayoutLimits.NearRunnerUp)
            return best;
        return best.With(Evidence.NearRunnerUp(
            best.Score,
            best.Score - runnerUp.Score,
            LayoutLimits.NearRunnerUp,
            $"the file can be read another way: {runnerUp.Text.Dialect}, {runnerUp.Layout.Arrangement}"));
    }

    private static bool ReadsTheSame(LayoutProposal one, LayoutProposal two, CancellationToken cancellationToken)
    {
        if (one.Layout.Arrangement != two.Layout.Arrangement)
            return false;
        if (!one.IsByColumn)
            return one.Layout.FirstDataLine == two.Layout.FirstDataLine && one.Layout.FirstXCell == two.Layout.FirstXCell;
        return FirstRows(one, cancellationToken).AsSpan().SequenceEqual(FirstRows(two, cancellationToken));
    }

    private static double[] FirstRows(LayoutProposal proposal, CancellationToken cancellationToken)
    {
        var layout = proposal.Layout;
        var wanted = layout.YColumns.Take(3).Prepend(layout.XColumn ?? 1).Select(column => column - 1).ToList();
        var block = layout.Blocks[0];
        var values = BlockValues.Read(proposal.Text, block.FirstLine - 1, block.LastLine - 1, proposal.Skipped, wanted,
            RowsCompared, cancellationToken);
        return [.. values.Columns.SelectMany(c => c)];
    }
}
