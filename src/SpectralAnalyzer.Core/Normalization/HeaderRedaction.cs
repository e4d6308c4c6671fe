using System.Text;
using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Normalization.Recipes;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>Masks what a line holds that says nothing of the layout: letters become x, figures 9; marks, lengths and the words of layouts stay.</summary>
internal static partial class HeaderRedaction
{
    /// <summary>A line without what is the file's own affair.</summary>
    /// <param name="text">The line.</param>
    /// <param name="isHeader">True for a line before the data: its numbers are masked too.</param>
    public static string Redact(string text, bool isHeader)
    {
        var made = new StringBuilder(text.Length);
        // a date or a time tells of a sample wherever it stands
        var dated = DateOrTime().Replace(text, static m => Figures().Replace(m.Value, "9"));
        for (var i = 0; i < dated.Length;)
        {
            var start = i;
            if (char.IsLetter(dated[i]))
            {
                while (i < dated.Length && (char.IsLetter(dated[i]) || char.GetUnicodeCategory(dated[i]) == System.Globalization.UnicodeCategory.NonSpacingMark))
                    i++;
                var word = dated.AsSpan(start, i - start);
                if (HeaderWords.Contains(word) || IsExponent(dated, start, i, isHeader))
                    made.Append(word);
                else
                    made.Append('x', word.Length);
                continue;
            }

            if (char.IsDigit(dated[i]))
            {
                while (i < dated.Length && char.IsDigit(dated[i]))
                    i++;
                // one figure alone is part of a unit or a name: cm-1, 2Theta
                if (i - start == 1 || (!isHeader && !(start > 0 && char.IsLetter(dated[start - 1]) && !IsExponent(dated, start - 1, start, false))))
                    made.Append(dated, start, i - start);
                else
                    made.Append('9', i - start);
                continue;
            }

            made.Append(dated[i++]);
        }

        return made.ToString();
    }

    private static bool IsExponent(string text, int start, int end, bool isHeader) =>
        !isHeader && end - start == 1 && text[start] is 'e' or 'E' && start > 0 && char.IsDigit(text[start - 1])
        && end < text.Length && (char.IsDigit(text[end]) || text[end] is '+' or '-');

    [GeneratedRegex(@"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{1,2}:\d{2}(:\d{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex DateOrTime();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant)]
    private static partial Regex Figures();
}
