using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Normalization.Recipes;

/// <summary>Reduces header lines to what says something about the layout.</summary>
internal static class LineSignature
{
    private const int MaxLineLength = 2000;
    private const int MaxUnitLength = 24;
    private static readonly char[] s_cellEnds = ['\t', ';', ',', '|'];

    /// <summary>Returns the signature of a header line: the known words of its name, and a unit that it states.</summary>
    internal static string FromHeader(string text)
    {
        var trimmed = Bounded(text);
        if (trimmed.Length == 0)
            return "";
        var lead = char.IsLetterOrDigit(trimmed[0]) ? "" : trimmed[..1];
        var (name, value) = HeaderLines.Cut(trimmed, 0);
        if (name == "Line 1")
            return lead + "~" + Words(trimmed);
        var unit = value.Length <= MaxUnitLength ? AxisWords.StatedUnit(value) : AxisUnit.Unknown;
        return $"{lead}{Words(name)}={(unit == AxisUnit.Unknown ? "" : unit)}";
    }

    /// <summary>
    /// Returns the signature of a line that may name the columns: the quantity, or the known words, of each cell.
    /// </summary>
    internal static string FromColumnNames(string text)
    {
        var trimmed = Bounded(text);
        var signature = new StringBuilder();
        foreach (var cell in trimmed.Split(s_cellEnds))
        {
            var axis = AxisWords.Read(cell);
            signature.Append(axis != default ? $"{axis.Quantity}/{axis.Unit}"
                : OrdinateWords.Read(cell) is var kind and not OrdinateKind.Unknown ? kind.ToString()
                : Words(cell));
            signature.Append('|');
        }

        return signature.ToString();
    }

    private static string Bounded(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > MaxLineLength ? trimmed[..MaxLineLength] : trimmed;
    }

    private static string Words(string text)
    {
        var signature = new StringBuilder();
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
                signature.Append(word.ToString().ToLowerInvariant()).Append(' ');
        }

        return signature.ToString();
    }
}
