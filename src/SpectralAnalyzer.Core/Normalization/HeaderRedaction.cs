using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SpectralAnalyzer.Core.Normalization.Recipes;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>
/// Masks the text of a line that does not matter for its layout: letters become x, digits 9; the words of layouts stay.
/// </summary>
internal static partial class HeaderRedaction
{
    /// <summary>Masks a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="isHeader">Whether it is before the data, so that its numbers are masked too.</param>
    internal static string Redact(string text, bool isHeader)
    {
        var redacted = new StringBuilder(text.Length);
        // dates and times are masked in data lines too
        var dated = DateOrTime().Replace(text, static m => Digit().Replace(m.Value, "9"));
        for (var i = 0; i < dated.Length;)
        {
            var start = i;
            if (char.IsLetter(dated[i]))
            {
                while (i < dated.Length && IsLetterOrAccent(dated[i]))
                    i++;
                var word = dated.AsSpan(start, i - start);
                if (HeaderWords.Contains(word) || IsExponent(dated, start, i, isHeader))
                    redacted.Append(word);
                else
                    redacted.Append('x', word.Length);
                continue;
            }

            if (char.IsDigit(dated[i]))
            {
                while (i < dated.Length && char.IsDigit(dated[i]))
                    i++;
                // a single digit is part of a unit or a name: cm-1, 2Theta
                var followsWord = start > 0 && char.IsLetter(dated[start - 1]) && !IsExponent(dated, start - 1, start, false);
                if (i - start == 1 || (!isHeader && !followsWord))
                    redacted.Append(dated, start, i - start);
                else
                    redacted.Append('9', i - start);
                continue;
            }

            redacted.Append(dated[i++]);
        }

        return redacted.ToString();
    }

    private static bool IsLetterOrAccent(char c) =>
        char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark;

    private static bool IsExponent(string text, int start, int end, bool isHeader) =>
        !isHeader && end - start == 1 && text[start] is 'e' or 'E' && start > 0 && char.IsDigit(text[start - 1])
        && end < text.Length && (char.IsDigit(text[end]) || text[end] is '+' or '-');

    [GeneratedRegex(@"\b\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}\b|\b\d{1,2}:\d{2}(:\d{2})?", RegexOptions.CultureInvariant)]
    private static partial Regex DateOrTime();

    [GeneratedRegex(@"\d", RegexOptions.CultureInvariant)]
    private static partial Regex Digit();
}
