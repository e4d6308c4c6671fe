using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>x is a number in the name of each value: <c>380nm</c>, <c>Spectral Data 380[nm]</c>.</summary>
internal sealed class KeyValueLayout : ILayoutKind
{
    private const int FewestPoints = 8;

    public TableArrangement Arrangement => TableArrangement.KeyValue;

    public bool IsFallback => true;

    public bool FindsRows => true;

    public LayoutProposal? Propose(LayoutSearch search)
    {
        var text = search.Text;
        var blocks = new List<TableBlock>();
        NumberInName previous = default;
        int first = -1, count = 0, last = -1, direction = 0, most = 0;

        void Close()
        {
            if (count >= FewestPoints)
            {
                blocks.Add(new TableBlock(first + 1, last + 1));
                most = Math.Max(most, count);
            }

            count = 0;
        }

        for (var i = search.From; i < text.LineCount; i++)
        {
            if ((i & 0xFFF) == 0)
                search.CancellationToken.ThrowIfCancellationRequested();
            if (text.Line(i).Length > 4096 || !TryReadRow(text, i, out var name, out _))
            {
                Close();
                continue;
            }

            var way = count > 0 ? Math.Sign(name.Value - previous.Value) : 0;
            if (count > 0
                && (name.Before != previous.Before || name.After != previous.After || way == 0
                || (count > 1 && way != direction)))
                Close();
            if (count == 0)
                first = i;
            else
                direction = way;
            (previous, last) = (name, i);
            count++;
        }

        Close();
        if (blocks.Count == 0)
            return null;
        // names that are only numbered (R1, R2 …) occur beside the real ones
        var stated = blocks.FindAll(b => HasUnit(text, b));
        if (stated.Count > 0)
            blocks = stated;
        List<LayoutEvidence> evidence = [Evidence.XInNames(most, stated.Count > 0), Evidence.NamesAlike];
        if (stated.Count > 0)
            evidence.Add(Evidence.NamesStateUnit);
        return new LayoutProposal(text, text.NewLayout(Arrangement, blocks), evidence, []);
    }

    public List<ReadSeries> Read(LayoutProposal proposal, List<SpectralFileIssue> issues, CancellationToken cancellationToken)
    {
        var series = new List<ReadSeries>();
        foreach (var block in proposal.Layout.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var x = new List<double>();
            var y = new List<double>();
            for (var i = block.FirstLine - 1; i < block.LastLine; i++)
            {
                if (!TryReadRow(proposal.Text, i, out var name, out var value))
                    continue;
                x.Add(name.Value);
                y.Add(value);
            }

            if (x.Count > 0)
                series.Add(new ReadSeries(null, null, [.. x], [.. y]));
        }

        return series;
    }

    public string? XName(LayoutProposal proposal) =>
        UnitOf(proposal.Text, proposal.Layout.Blocks[0]) is { Length: > 0 } unit ? unit : null;

    private static bool HasUnit(DelimitedText text, TableBlock block) =>
        AxisWords.StatedUnit(UnitOf(text, block)) != AxisUnit.Unknown;

    private static string UnitOf(DelimitedText text, TableBlock block) =>
        TryReadName(text.Document, text.Split(block.FirstLine - 1)[0], text.Dialect.Mark, out var name) ? name.After : "";

    private static bool TryReadRow(DelimitedText text, int line, out NumberInName name, out double value)
    {
        (name, value) = (default, double.NaN);
        if (text.Line(line).IsEmpty)
            return false;
        var row = text.Split(line);
        return row.Classify(1, out value) is CellKind.Number or CellKind.Missing
            && TryReadName(text.Document, row[0], text.Dialect.Mark, out name);
    }

    private static bool TryReadName(TextDocument document, ReadOnlySpan<byte> cell, DecimalMark mark, out NumberInName name) =>
        NumberInName.TryRead(document, cell, mark, out name) && (name.Before.Trim().Length > 0 || name.StatesUnit);
}
