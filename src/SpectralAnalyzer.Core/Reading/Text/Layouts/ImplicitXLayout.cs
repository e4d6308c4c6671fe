using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>No x is written: the lines above the values state where x starts and its step.</summary>
internal sealed class ImplicitXLayout : ILayoutKind
{
    public TableArrangement Arrangement => TableArrangement.ImplicitX;

    public bool IsFallback => true;

    public LayoutProposal? Propose(LayoutSearch search)
    {
        if (search.Survey is not { } survey)
            return null;
        var text = search.Text;
        if (ProposeBank(text.Document) is { } bank)
            return bank;
        var blocks = new List<TableBlock>();
        var allChecked = true;
        var from = 0;
        foreach (var block in survey.Group)
        {
            var last = FlatValues.LastLine(text, block);
            var values = FlatValues.Read(text, block.FirstLine, last, search.CancellationToken);
            var listed = block.Columns == 1 ? LinesThatStateTheAxis(text.Document, block, values.Length) : 0;
            if (ImplicitAxis.Before(text.Document, from, block.FirstLine + listed, values.Length - listed) is { } axis)
            {
                allChecked &= axis.IsChecked;
                blocks.Add(new TableBlock(block.FirstLine + listed + 1, last + 1));
            }

            from = block.LastLine + 1;
        }

        if (blocks.Count == 0)
            return null;
        List<LayoutEvidence> evidence =
            [Evidence.StartAndStepStated(text.Dialect), allChecked ? Evidence.CountAgrees : Evidence.CountNotStated];
        if (survey.Main.Columns > 1)
            evidence.Add(Evidence.Wrapped);
        if (survey.Coverage < 0.999)
            evidence.Add(Evidence.NotAllNumbers);
        if (survey.Main.Columns == 2)
            evidence.Add(Evidence.TwoColumns);
        return new LayoutProposal(text, Layout(text, blocks), evidence, []);
    }

    public List<ReadSeries> Read(LayoutProposal proposal, List<SpectralFileIssue> issues, CancellationToken cancellationToken)
    {
        var document = proposal.Text.Document;
        var series = new List<ReadSeries>();
        var from = 0;
        foreach (var block in proposal.Layout.Blocks)
        {
            var first = block.FirstLine - 1;
            if (first > 0 && IsBank(document, first - 1)
                && ImplicitAxis.Before(document, first - 1, first, int.MaxValue) is { } bank)
            {
                var head = document.TextOf(first - 1).TrimEnd();
                var counts = !head.EndsWith("FXYE", StringComparison.Ordinal) && !head.EndsWith("ESD", StringComparison.Ordinal);
                var values = FlatValues.ReadCards(document, first, bank.Count!.Value, counts);
                if (values.Length == bank.Count)
                    series.Add(new ReadSeries(null, null, bank.Values(values.Length), values));
            }
            else
            {
                var values = FlatValues.Read(proposal.Text, first, block.LastLine - 1, cancellationToken);
                if (ImplicitAxis.Before(document, from, first, values.Length) is { } axis)
                    series.Add(new ReadSeries(null, null, axis.Values(values.Length), values));
            }

            from = block.LastLine;
        }

        return series;
    }

    private static TableLayout Layout(DelimitedText text, List<TableBlock> blocks) =>
        text.NewLayout(TableArrangement.ImplicitX, blocks) with { XColumn = null, YColumns = [1] };

    /// <summary>Returns how many numbers at the top of a column state the count of values and the ends of x.</summary>
    private static int LinesThatStateTheAxis(TextDocument document, NumericBlock block, int values)
    {
        for (var lines = 3; lines <= ImplicitAxis.MostListed && lines < values; lines++)
        {
            if (ImplicitAxis.Before(document, block.FirstLine, block.FirstLine + lines, values - lines) is { IsChecked: true })
                return lines;
        }

        return 0;
    }

    private static bool IsBank(TextDocument document, int line) => document.Line(line).StartsWith("BANK "u8);

    private static LayoutProposal? ProposeBank(TextDocument document)
    {
        for (var line = 0; line < Math.Min(document.LineCount, 200); line++)
        {
            if (!IsBank(document, line))
                continue;
            if (ImplicitAxis.Before(document, line, line + 1, int.MaxValue) is not { } axis || line + 1 >= document.LineCount)
                return null;
            var last = document.LineCount;
            while (last > line + 2 && document.IsBlank(last - 1))
                last--;
            var text = new DelimitedText(document, new Dialect(Delimiter.None, DecimalMark.Point));
            List<LayoutEvidence> evidence = [Evidence.GsasBank(line + 1, axis.Count), Evidence.CardWidth];
            return new LayoutProposal(text, Layout(text, [new TableBlock(line + 2, last)]), evidence, []);
        }

        return null;
    }
}
