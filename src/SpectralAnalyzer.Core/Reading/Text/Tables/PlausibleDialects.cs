using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>Tries each dialect on a sample of lines, so that a long file is surveyed under few of them.</summary>
internal static class PlausibleDialects
{
    private const int SampleSize = 64;
    private const double NearlyAll = 0.95;
    private const double HardlyAny = 0.05;

    /// <summary>Returns the texts worth a survey: where one reads nearly all lines as numbers, those that read some.</summary>
    internal static List<DelimitedText> Select(List<DelimitedText> texts, int from, int to)
    {
        if (texts.Count < 2 || to - from < 4 * SampleSize)
            return texts;
        var lines = Enumerable.Range(0, SampleSize).Select(i => from + (int)((i + 0.5) * (to - from) / SampleSize))
            .Where(line => !texts[0].IsBlank(line)).ToList();
        var shares = texts.ConvertAll(text => Share(text, lines));
        return shares.Exists(s => s.Rows >= NearlyAll) ? [.. texts.Where((_, i) => shares[i].Numbers > HardlyAny)] : texts;
    }

    /// <summary>Returns the share of lines that are nothing but numbers, and of those among them that have two or more.</summary>
    private static (double Numbers, double Rows) Share(DelimitedText text, List<int> lines)
    {
        int numbers = 0, rows = 0;
        foreach (var line in lines)
        {
            var shape = text.ShapeOf(line);
            if (shape.Texts > 0 || shape.Numbers == 0)
                continue;
            numbers++;
            if (shape.Numbers > 1)
                rows++;
        }

        return ((double)numbers / lines.Count, (double)rows / lines.Count);
    }
}
