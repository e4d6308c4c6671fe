using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>
/// Recognizes tables whose rows have a name or a number before the first column that is named, as R writes them: the line of
/// names has one cell less than the rows.
/// </summary>
internal static class RowNames
{
    private const int RowsLookedAt = 3;

    /// <summary>Returns true where the first cell of each row is a text, is quoted, or counts the rows from 0 or 1.</summary>
    internal static bool AreIn(DelimitedText text, int firstLine)
    {
        var numbers = new List<double>();
        var line = firstLine;
        for (var n = 0; n < RowsLookedAt && line >= 0; n++, line = text.LineBelow(line))
        {
            if (text.Line(line).TrimStart(" \t"u8).StartsWith("\""u8))
                continue;
            switch (text.Split(line).Classify(0, out var value))
            {
                case CellKind.Text:
                    continue;
                case CellKind.Number:
                    numbers.Add(value);
                    continue;
                default:
                    return false;
            }
        }

        return numbers.Count == 0
            || (numbers.Count >= 2 && numbers[0] is 0 or 1
            && numbers.Select((value, i) => value - i).All(first => first == numbers[0]));
    }

    /// <summary>Returns true where all cells are numbers: the times or places of the spectra below them.</summary>
    internal static bool AreNumbers(string?[] cells) =>
        cells.Length > 0
            && Array.TrueForAll(cells, c => double.TryParse(c, NumberStyles.Float, CultureInfo.InvariantCulture, out _));
}
