using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>
/// Finds the title that the lines above each block state: <c>Title = Particle 1</c>, or a cell below <c>Region</c>.
/// </summary>
internal static class ScanTitles
{
    private const int MostLines = 200;
    private const int LongestLine = 400;
    private const int LongestTitle = 80;

    private static readonly string[] s_keys =
        ["title", "spectrumname", "regionname", "samplename", "name", "sample", "region", "spectrum", "label", "scan", "legend"];

    /// <summary>Returns a different title for each block; null where a block has none.</summary>
    internal static string[]? Above(DelimitedText text, IReadOnlyList<TableBlock> blocks)
    {
        if (blocks.Count < 2)
            return null;
        var stated = blocks.Select((block, b) => Stated(text, b == 0 ? 0 : blocks[b - 1].LastLine, block.FirstLine - 1)).ToList();
        foreach (var key in s_keys)
        {
            var titles = stated.Select(s => s.GetValueOrDefault(key, "")).ToArray();
            if (titles.All(t => t.Length is > 0 and <= LongestTitle)
                && titles.Distinct(StringComparer.Ordinal).Count() == titles.Length)
                return titles;
        }

        return null;
    }

    /// <summary>Returns the first value of each key among some lines.</summary>
    private static Dictionary<string, string> Stated(DelimitedText text, int from, int to)
    {
        var stated = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var line = Math.Max(from, to - MostLines); line < to; line++)
        {
            if (text.IsBlank(line) || text.Line(line).Length > LongestLine)
                continue;
            var (name, value) = HeaderLines.Cut(text.Document.TextOf(line).Trim(), line);
            if (value.Length > 0)
                stated.TryAdd(SimpleWord.From(name), value);
            var cells = text.Split(line).Count;
            var heading = text.Split(line).TextOf(0);
            // a line of headings above a line of values
            if (cells > 2 && line + 1 < to && text.Split(line + 1) is var values && values.Count == cells
                && values.TextOf(0) is { Length: > 0 } first)
            {
                stated[SimpleWord.From(heading)] =
                    double.TryParse(first, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
                        ? $"{heading} {first}"
                        : first;
            }
        }

        return stated;
    }
}
