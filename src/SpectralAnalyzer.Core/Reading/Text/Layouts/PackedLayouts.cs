using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Text.Tables;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>Proposes the layouts in which x and y follow each other in turn, wrapped over the lines or one a line.</summary>
internal static class PackedLayouts
{
    private const int FewestPoints = 5;

    /// <summary>The proposal for a survey, or null.</summary>
    public static LayoutProposal? Propose(TextDocument document, DialectSurvey survey, CancellationToken cancellationToken)
    {
        var main = survey.Main;
        if (main.Columns % 2 != 0 && main.Columns != 1 || main.Columns is 2 or > 40 || survey.Coverage < 0.999)
            return null;
        var values = FlatValues.Read(document, survey.Dialect, main.FirstLine, FlatValues.LastLine(document, survey.Dialect, main), cancellationToken);
        if (values.Length < 2 * FewestPoints || values.Length % 2 != 0)
            return null;
        var x = NumericColumn.Of(1, [.. values.Where((_, i) => i % 2 == 0)]);
        var y = NumericColumn.Of(2, [.. values.Where((_, i) => i % 2 == 1)]);
        if (x.MonotoneShare < 1 || x.Count * 2 != values.Length || (main.Columns == 1 && (!x.IsEven || y.MonotoneShare >= 1)))
            return null;
        if (RunsThrough(values))
            return null;
        var layout = new TableLayout
        {
            Encoding = document.EncodingName,
            Delimiter = survey.Dialect.Delimiter,
            DecimalMark = survey.Dialect.Mark,
            Arrangement = TableArrangement.Packed,
            XColumn = 1,
            YColumns = [2],
            FirstDataLine = main.FirstLine + 1,
            LastDataLine = FlatValues.LastLine(document, survey.Dialect, main) + 1,
            Blocks = [new TableBlock(main.FirstLine + 1, FlatValues.LastLine(document, survey.Dialect, main) + 1)],
        };
        var evidence = new List<LayoutEvidence>
        {
            new(main.Columns == 1 ? "the lines hold x and y in turn" : $"x and y follow each other, {main.Columns / 2} pairs a line", 0.5),
            new($"every second number {(x.Direction > 0 ? "rises" : "falls")} throughout", x.Count >= 20 ? 0.35 : 0.25),
        };
        if (x.IsEven)
            evidence.Add(new LayoutEvidence("its steps are even", 0.05));
        if (main.Columns > 2)
            evidence.Add(new LayoutEvidence("x runs on from one line to the next", 0.3));
        return new LayoutProposal(layout, evidence, []);
    }

    /// <summary>True for one run of numbers, such as a list of wavelengths: every number goes on where the one before it stood.</summary>
    private static bool RunsThrough(double[] values)
    {
        for (var i = 2; i < values.Length; i++)
        {
            if ((values[i] - values[i - 1]) * (values[1] - values[0]) <= 0)
                return false;
        }

        return true;
    }

    /// <summary>The spectra of such a layout.</summary>
    public static List<ReadSeries> Read(TextDocument document, TableLayout layout, CancellationToken cancellationToken)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var series = new List<ReadSeries>();
        foreach (var block in layout.Blocks)
        {
            var values = FlatValues.Read(document, dialect, block.FirstLine - 1, block.LastLine - 1, cancellationToken);
            var count = values.Length / 2;
            var x = new double[count];
            var y = new double[count];
            for (var i = 0; i < count; i++)
            {
                x[i] = values[2 * i];
                y[i] = values[2 * i + 1];
            }

            if (count > 0 && Array.TrueForAll(x, double.IsFinite))
                series.Add(new ReadSeries(null, null, x, y));
        }

        return series;
    }
}
