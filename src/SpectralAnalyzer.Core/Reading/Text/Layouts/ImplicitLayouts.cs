using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Proposes the layouts in which no x is written: start and step stand in the lines above.</summary>
internal static class ImplicitLayouts
{
    /// <summary>The proposal for a survey, or null.</summary>
    public static LayoutProposal? Propose(TextDocument document, DialectSurvey survey, CancellationToken cancellationToken)
    {
        if (Bank(document) is { } bank)
            return bank;
        var blocks = new List<TableBlock>();
        var allChecked = true;
        var from = 0;
        foreach (var block in survey.Group)
        {
            var last = FlatValues.LastLine(document, survey.Dialect, block);
            var values = FlatValues.Read(document, survey.Dialect, block.FirstLine, last, cancellationToken);
            var listed = block.Columns == 1 ? LinesThatStateTheAxis(document, block, values.Length) : 0;
            if (ImplicitAxis.Before(document, from, block.FirstLine + listed, values.Length - listed) is { } axis)
            {
                allChecked &= axis.IsChecked;
                blocks.Add(new TableBlock(block.FirstLine + listed + 1, last + 1));
            }

            from = block.LastLine + 1;
        }

        if (blocks.Count == 0)
            return null;
        var main = survey.Main;
        var evidence = new List<LayoutEvidence>
        {
            new($"the lines above state where x starts and its step, {survey.Dialect}", 0.45),
            new(allChecked ? "the number of values is what those lines state" : "the number of values is not stated", allChecked ? 0.45 : 0.1),
        };
        if (main.Columns > 1)
            evidence.Add(new LayoutEvidence("the values are wrapped over the lines", 0));
        if (survey.Coverage < 0.999)
            evidence.Add(new LayoutEvidence("not every cell is a number", -0.3));
        if (main.Columns == 2)
            evidence.Add(new LayoutEvidence("two columns are more often x and y", -0.2));
        var layout = new TableLayout
        {
            Encoding = document.EncodingName,
            Delimiter = survey.Dialect.Delimiter,
            DecimalMark = survey.Dialect.Mark,
            Arrangement = TableArrangement.ImplicitX,
            XColumn = null,
            YColumns = [1],
            FirstDataLine = blocks[0].FirstLine,
            LastDataLine = blocks[0].LastLine,
            Blocks = blocks,
            BlockCount = blocks.Count,
        };
        return new LayoutProposal(layout, evidence, []);
    }

    /// <summary>How many of the first numbers of a column are not values but tell their count and where x begins and ends.</summary>
    private static int LinesThatStateTheAxis(TextDocument document, NumericBlock block, int values)
    {
        for (var lines = 3; lines <= ImplicitAxis.MostListed && lines < values; lines++)
        {
            if (ImplicitAxis.Before(document, block.FirstLine, block.FirstLine + lines, values - lines) is { IsChecked: true })
                return lines;
        }

        return 0;
    }

    private static LayoutProposal? Bank(TextDocument document)
    {
        for (var line = 0; line < Math.Min(document.LineCount, 200); line++)
        {
            if (!document.Line(line).StartsWith("BANK "u8))
                continue;
            if (ImplicitAxis.Before(document, line, line + 1, int.MaxValue) is not { } axis || line + 1 >= document.LineCount)
                return null;
            var last = document.LineCount;
            while (last > line + 2 && document.IsBlank(last - 1))
                last--;
            var layout = new TableLayout
            {
                Encoding = document.EncodingName,
                Delimiter = Delimiter.None,
                Arrangement = TableArrangement.ImplicitX,
                XColumn = null,
                YColumns = [1],
                FirstDataLine = line + 2,
                LastDataLine = last,
                Blocks = [new TableBlock(line + 2, last)],
            };
            return new LayoutProposal(
                layout,
                [
                    new LayoutEvidence(FormattableString.Invariant($"line {line + 1} is a GSAS bank of {axis.Count} channels of constant step"), 0.8),
                    new LayoutEvidence("its cells are eight characters wide", 0.15),
                ],
                []);
        }

        return null;
    }

    /// <summary>The spectra of such a layout.</summary>
    public static List<ReadSeries> Read(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var series = new List<ReadSeries>();
        var from = 0;
        foreach (var block in layout.Blocks)
        {
            var first = block.FirstLine - 1;
            if (first > 0 && document.Line(first - 1).StartsWith("BANK "u8) && ImplicitAxis.Before(document, first - 1, first, int.MaxValue) is { } bank)
            {
                var head = document.TextOf(first - 1).TrimEnd();
                var counts = !head.EndsWith("FXYE", StringComparison.Ordinal) && !head.EndsWith("ESD", StringComparison.Ordinal);
                var values = FlatValues.ReadCards(document, first, bank.Count!.Value, counts);
                if (values.Length == bank.Count)
                    series.Add(new ReadSeries(null, null, bank.Values(values.Length), values));
            }
            else
            {
                var values = FlatValues.Read(document, dialect, first, block.LastLine - 1, cancellationToken);
                if (ImplicitAxis.Before(document, from, first, values.Length) is { } axis)
                    series.Add(new ReadSeries(null, null, axis.Values(values.Length), values));
            }

            from = block.LastLine;
        }

        return series;
    }
}
