using System.Globalization;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>Reads lists of numbers with a decimal point, between blanks, line ends or commas.</summary>
internal static class NumberList
{
    /// <summary>Adds the numbers of a text to a list.</summary>
    /// <param name="text">The text.</param>
    /// <param name="values">Where they are added.</param>
    /// <param name="what">What the numbers are and where, for the message.</param>
    /// <exception cref="SpectralException">A part of the text is no number.</exception>
    public static void Read(ReadOnlySpan<char> text, List<double> values, string what)
    {
        foreach (var range in text.SplitAny(' ', '\t', '\r', '\n', ',', ';'))
        {
            var word = text[range];
            if (word.IsEmpty)
                continue;
            if (!double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                throw new SpectralException(
                    SpectralErrorIds.InvalidNumber,
                    SpectralErrorCategory.InvalidData,
                    $"'{(word.Length > 40 ? word[..40] : word)}' is not a number, among the {what}.",
                    "Export it again.");
            }

            values.Add(value);
        }
    }

    /// <summary>Reads a number; a comma in it is its decimal mark.</summary>
    internal static bool TryParse(string text, out double value)
    {
        var pointed = text.Contains('.', StringComparison.Ordinal) ? text : text.Replace(',', '.');
        return double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>The numbers of a text.</summary>
    /// <exception cref="SpectralException">A part of the text is no number.</exception>
    public static double[] Read(string text, string what)
    {
        var values = new List<double>(text.Length / 6);
        Read(text, values, what);
        return [.. values];
    }
}
