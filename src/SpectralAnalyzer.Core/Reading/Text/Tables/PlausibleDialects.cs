using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Looks at some lines under each dialect, so that a long file need not be surveyed under those that cannot explain it.</summary>
internal static class PlausibleDialects
{
    private const int LinesLookedAt = 64;
    private const double NearlyAll = 0.95;
    private const double HardlyAny = 0.05;

    /// <summary>
    /// The dialects worth a survey, in their order: all, but where one reads nearly every line as numbers throughout, none that reads hardly
    /// any line so.
    /// </summary>
    /// <param name="document">The file.</param>
    /// <param name="dialects">The dialects that its bytes allow.</param>
    /// <param name="from">The first line, from 0.</param>
    /// <param name="to">The line after the last.</param>
    public static List<Dialect> Plausible(TextDocument document, List<Dialect> dialects, int from, int to)
    {
        if (dialects.Count < 2 || to - from < 4 * LinesLookedAt)
            return dialects;
        var lines = Enumerable.Range(0, LinesLookedAt).Select(i => from + (int)((i + 0.5) * (to - from) / LinesLookedAt)).Where(l => !document.IsBlank(l)).ToList();
        var shares = dialects.ConvertAll(d => Share(document, d, lines));
        if (!shares.Exists(s => s.Rows >= NearlyAll))
            return dialects;
        return [.. dialects.Where((_, i) => shares[i].Numbers > HardlyAny)];
    }

    /// <summary>The share of lines that are nothing but numbers, and of those of them that have two or more.</summary>
    private static (double Numbers, double Rows) Share(TextDocument document, Dialect dialect, List<int> lines)
    {
        var row = new RowCells(dialect);
        int numbers = 0, rows = 0;
        foreach (var line in lines)
        {
            var shape = LineShape.Of(document.Line(line), row, dialect);
            if (shape.Texts > 0 || shape.Numbers == 0)
                continue;
            numbers++;
            if (shape.Numbers > 1)
                rows++;
        }

        return ((double)numbers / lines.Count, (double)rows / lines.Count);
    }
}
