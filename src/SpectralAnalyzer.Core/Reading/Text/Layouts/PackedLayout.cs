using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>x and y follow each other in turn, wrapped over the lines or one on each line.</summary>
internal sealed class PackedLayout : ILayoutKind
{
    private const int FewestPoints = 5;

    public TableArrangement Arrangement => TableArrangement.Packed;

    public LayoutProposal? Propose(LayoutSearch search)
    {
        if (search.Survey is not { Main: var main } survey
            || main.Columns % 2 != 0 && main.Columns != 1 || main.Columns is 2 or > 40 || survey.Coverage < 0.999
            || main.FirstCells < main.Columns)
            return null;
        var last = FlatValues.LastLine(search.Text, main);
        var values = FlatValues.Read(search.Text, main.FirstLine, last, search.CancellationToken);
        if (values.Length < 2 * FewestPoints || values.Length % 2 != 0)
            return null;
        var x = new NumericColumn(1, EverySecond(values, 0));
        var y = new NumericColumn(2, EverySecond(values, 1));
        if (x.MonotoneShare < 1 || x.Count * 2 != values.Length || (main.Columns == 1 && (!x.IsEven || y.MonotoneShare >= 1)))
            return null;
        if (IsOneRun(values))
            return null;
        List<LayoutEvidence> evidence = [Evidence.PackedPairs(main.Columns), Evidence.EverySecondMonotone(x.Direction, x.Count)];
        if (x.IsEven)
            evidence.Add(Evidence.EvenSteps);
        if (main.Columns > 2)
            evidence.Add(Evidence.XContinues);
        var layout = search.Text.NewLayout(Arrangement, [new TableBlock(main.FirstLine + 1, last + 1)]);
        return new LayoutProposal(search.Text, layout, evidence, []) { AgainstColumns = Evidence.XAcrossColumns };
    }

    public List<ReadSeries> Read(LayoutProposal proposal, List<SpectralFileIssue> issues, CancellationToken cancellationToken)
    {
        var series = new List<ReadSeries>();
        foreach (var block in proposal.Layout.Blocks)
        {
            var values = FlatValues.Read(proposal.Text, block.FirstLine - 1, block.LastLine - 1, cancellationToken);
            var x = EverySecond(values, 0);
            if (x.Length > 0 && Array.TrueForAll(x, double.IsFinite))
                series.Add(new ReadSeries(null, null, x, EverySecond(values, 1)));
        }

        return series;
    }

    private static double[] EverySecond(double[] values, int first)
    {
        var every = new double[values.Length / 2];
        for (var i = 0; i < every.Length; i++)
            every[i] = values[2 * i + first];
        return every;
    }

    /// <summary>Returns true for one run of numbers, such as a list of wavelengths.</summary>
    private static bool IsOneRun(double[] values)
    {
        for (var i = 2; i < values.Length; i++)
        {
            if ((values[i] - values[i - 1]) * (values[1] - values[0]) <= 0)
                return false;
        }

        return true;
    }
}
