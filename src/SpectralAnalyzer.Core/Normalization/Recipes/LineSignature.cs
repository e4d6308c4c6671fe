using System.Text;
using SpectralAnalyzer.Core.Reading.Text;
using SpectralAnalyzer.Core.Reading.Text.Headers;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>What a line of a header is like, without what is its own.</summary>
internal static class LineSignature
{
    private const int LongestLine = 2000;
    private const int LongestUnit = 24;
    private static readonly char[] s_cellEnds = ['\t', ';', ',', '|'];

    /// <summary>The signature of a header line: the known words of its name, and a unit that it states.</summary>
    /// <param name="text">The line.</param>
    public static string FromHeader(string text)
    {
        var trimmed = Bounded(text);
        if (trimmed.Length == 0)
            return "";
        var lead = char.IsLetterOrDigit(trimmed[0]) ? "" : trimmed[..1];
        var (name, value) = HeaderLines.Cut(trimmed, 0);
        if (name == "Line 1")
            return lead + "~" + Words(trimmed);
        var unit = value.Length <= LongestUnit ? AxisWords.StatedUnit(value) : AxisUnit.Unknown;
        return $"{lead}{Words(name)}={(unit == AxisUnit.Unknown ? "" : unit)}";
    }

    /// <summary>The signature of a line that may name the columns: what each cell says.</summary>
    /// <param name="text">The line.</param>
    public static string FromColumnNames(string text)
    {
        var trimmed = Bounded(text);
        var made = new StringBuilder();
        foreach (var cell in trimmed.Split(s_cellEnds))
        {
            var axis = AxisWords.Read(cell);
            made.Append(axis != default ? $"{axis.Quantity}/{axis.Unit}" : OrdinateWords.Read(cell) is var kind and not OrdinateKind.Unknown ? kind.ToString() : Words(cell));
            made.Append('|');
        }

        return made.ToString();
    }

    private static string Bounded(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > LongestLine ? trimmed[..LongestLine] : trimmed;
    }

    private static string Words(string text)
    {
        var made = new StringBuilder();
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && char.IsLetter(text[i]))
                i++;
            if (i == start)
            {
                i++;
                continue;
            }

            var word = text.AsSpan(start, i - start);
            if (HeaderWords.Contains(word))
                made.Append(word.ToString().ToLowerInvariant()).Append(' ');
        }

        return made.ToString();
    }
}
