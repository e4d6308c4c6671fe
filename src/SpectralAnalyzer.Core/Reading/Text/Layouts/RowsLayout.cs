using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>x is one line, and each spectrum is a line below it.</summary>
internal sealed class RowsLayout : ILayoutKind
{
    private const int FewestPoints = 8;
    private const int LinesTried = 400;
    private const double NearlyMonotone = 0.8;

    public TableArrangement Arrangement => TableArrangement.Rows;

    public LayoutProposal? Propose(LayoutSearch search)
    {
        var text = search.Text;
        if (search.Survey is null)
            return null;
        for (var line = search.From; line < Math.Min(text.LineCount, search.From + LinesTried); line++)
        {
            search.CancellationToken.ThrowIfCancellationRequested();
            if (text.Line(line).Length >= 2 * FewestPoints && AxisRow.Find(text, line, FewestPoints) is { } axis
                && SpectraBelow(text, axis, search.CancellationToken) is { Lines.Count: > 0 } spectra)
                return Weigh(text, axis, spectra);
        }

        return null;
    }

    public List<ReadSeries> Read(LayoutProposal proposal, List<SpectralFileIssue> issues, CancellationToken cancellationToken)
    {
        var (text, layout) = (proposal.Text, proposal.Layout);
        var axis = text.Split(layout.XLine!.Value - 1);
        var first = layout.FirstXCell - 1;
        var labels = LabelCells(text, layout.XLine.Value - 1, layout.FirstDataLine - 1, first);
        axis = text.Split(layout.XLine.Value - 1);
        var x = new double[Math.Min(axis.Count, layout.LastXCell ?? axis.Count) - first];
        for (var i = 0; i < x.Length; i++)
            x[i] = NumberInName.Read(text.Document, axis[first + i], text.Dialect.Mark);
        var series = new List<ReadSeries>();
        foreach (var number in layout.YColumns)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var row = text.Split(number - 1);
            var y = new double[x.Length];
            for (var i = 0; i < y.Length; i++)
                row.Classify(first + labels + i, out y[i]);
            var label = first + labels > 0 && row[0] is { IsEmpty: false } ? row.TextOf(0) : null;
            series.Add(ReadSeries.WithX(label, null, [.. x], y));
        }

        return series;
    }

    public string? XName(LayoutProposal proposal)
    {
        if (proposal.Layout is not { XLine: { } line, FirstXCell: > 1 and var first })
            return null;
        var row = proposal.Text.Split(line - 1);
        var corner = row.Classify(first - 2, out _) == CellKind.Text ? row.TextOf(first - 2) : "";
        // where it names a time, it names the times of the spectra below it, not x
        return corner.Length > 0 && AxisWords.Read(corner).Quantity != AxisQuantity.Time ? corner : null;
    }

    private static Spectra SpectraBelow(DelimitedText text, AxisRow axis, CancellationToken cancellationToken)
    {
        var lines = new List<int>();
        var labels = LabelCells(text, axis.Line, text.LineBelow(axis.Line), axis.First);
        var areNumbered = axis.First + labels > 0;
        int skipped = 0, unreadable = 0;
        for (var i = axis.Line + 1; i < text.LineCount; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (text.Line(i).IndexOfAnyExcept((byte)' ', (byte)'\t') < 0)
                continue;
            var row = text.Split(i);
            int numbers = 0, texts = 0, nearly = 0;
            for (var c = axis.First + labels; c <= Math.Min(axis.Last + labels, row.Count - 1); c++)
            {
                var kind = row.Classify(c, out _);
                numbers += kind == CellKind.Number ? 1 : 0;
                texts += kind == CellKind.Text ? 1 : 0;
                nearly += kind == CellKind.Text && char.IsAsciiDigit((char)row[c][0]) ? 1 : 0;
            }

            if (texts > 0 || numbers < 0.5 * axis.Points)
            {
                skipped++;
                unreadable += nearly >= 0.5 * axis.Points ? 1 : 0;
                if (lines.Count == 0 && skipped > 4)
                    break;
                continue;
            }

            if (axis.First + labels > 0)
                areNumbered &= row.IsNumber(0, out var id) && (id == lines.Count || id == lines.Count + 1);
            lines.Add(i);
        }

        return new Spectra(lines, areNumbered && lines.Count > 1, skipped, unreadable, labels);
    }

    private LayoutProposal Weigh(DelimitedText text, AxisRow axis, Spectra spectra)
    {
        var (lines, areNumbered, skipped, unreadable, labels) = spectra;
        var x = axis.Values;
        List<LayoutEvidence> evidence =
        [
            Evidence.XInRow(axis.Line + 1, axis.Points, x.Direction, x.MonotoneShare >= 1),
            Evidence.SpectraBelow(lines.Count),
        ];
        if (x.IsRowNumber)
            evidence.Add(Evidence.XNumbersColumns);
        if (IsRowOfTable(text, axis.Line))
            evidence.Add(Evidence.RowOfTable);
        var firstIsX = FirstColumnIsX(text, axis.First + labels > 0 ? lines : [axis.Line, .. lines]);
        if (!firstIsX || areNumbered)
            evidence.Add(Evidence.FirstColumnIsNotX);
        else if (axis.Points >= 4 * lines.Count)
            evidence.Add(Evidence.RowMuchLonger);
        else
            evidence.Add(axis.Points > lines.Count ? Evidence.RowLonger : Evidence.RowShorter);
        var corner = axis.First > 0 ? text.Split(axis.Line).TextOf(0) : "";
        if (AxisWords.Read(corner).Quantity is not AxisQuantity.None)
            evidence.Add(Evidence.CornerNamesX(corner));
        var isBehindMissing = IsBehindMissing(text, axis);
        if (isBehindMissing)
            evidence.Add(Evidence.MissingBeforeX);
        if (x.IsEven)
            evidence.Add(Evidence.EvenStepsOfRow);
        if (areNumbered)
            evidence.Add(Evidence.LinesNumbered);
        if (skipped > 0)
            evidence.Add(unreadable > lines.Count ? Evidence.MostLinesSkipped : Evidence.LinesSkipped);
        var layout = text.NewLayout(Arrangement, [new TableBlock(lines[0] + 1, lines[^1] + 1)]) with
        {
            XLine = axis.Line + 1,
            FirstXCell = axis.First + 1,
            LastXCell = axis.Last + 1,
            XColumn = null,
            YColumns = [.. lines.Select(line => line + 1)],
        };
        var isX = isBehindMissing || (!x.IsRowNumber && (!firstIsX || areNumbered || axis.Points > lines.Count));
        var against = isX ? Evidence.XAcrossLine(axis.Line + 1) : null;
        return new LayoutProposal(text, layout, evidence, []) { AgainstColumns = against };
    }

    /// <summary>
    /// Returns how many cells the spectra have before the first one that belongs to x: 1 where a label comes before it.
    /// </summary>
    private static int LabelCells(DelimitedText text, int axisLine, int spectrumLine, int first) =>
        first == 0 && spectrumLine >= 0 && text.ShapeOf(spectrumLine).Cells == text.ShapeOf(axisLine).Cells + 1 ? 1 : 0;

    /// <summary>
    /// Returns true where the cells before x hold words for missing values, in the place of what each row has there.
    /// </summary>
    private static bool IsBehindMissing(DelimitedText text, AxisRow axis)
    {
        var row = text.Split(axis.Line);
        for (var c = 0; c < axis.First; c++)
        {
            if (row.Classify(c, out _) != CellKind.Missing)
                return false;
        }

        return axis.First > 0;
    }

    private static bool IsRowOfTable(DelimitedText text, int line)
    {
        var above = text.LineAbove(line);
        if (above < 0)
            return false;
        var one = text.ShapeOf(above);
        var two = text.ShapeOf(line);
        return one.Texts == 0 && two.Texts == 0 && one.Numbers == two.Numbers && one.NumberMask == two.NumberMask;
    }

    private static bool FirstColumnIsX(DelimitedText text, List<int> lines)
    {
        if (lines.Count < 3)
            return false;
        var values = new List<double>(lines.Count);
        foreach (var line in lines)
        {
            if (text.Split(line).IsNumber(0, out var value))
                values.Add(value);
        }

        // a second line of names may stand between the x line and the spectra
        return values.Count >= lines.Count - 2 && values.Count >= 3
            && new NumericColumn(0, [.. values]).MonotoneShare >= NearlyMonotone;
    }

    private sealed record Spectra(List<int> Lines, bool AreNumbered, int Skipped, int Unreadable, int LabelCells);
}
