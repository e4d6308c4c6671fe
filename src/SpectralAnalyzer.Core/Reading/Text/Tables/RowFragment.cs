using System.Globalization;
using System.Text;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>
/// A line that holds numbers, or what is left of them, whatever the delimiter and the decimal mark: a row, or a part of one.
/// </summary>
internal sealed class RowFragment
{
    private const int LongestLine = 1 << 14;
    private const int LongestNumber = 24;

    private RowFragment(string[] numbers, int others, bool beginsWithNumber) =>
        (Numbers, Others, BeginsWithNumber) = (numbers, others, beginsWithNumber);

    /// <summary>Gets the texts of the numbers.</summary>
    internal string[] Numbers { get; }

    /// <summary>Gets how many cells are words for missing values, or numbers with a letter in them.</summary>
    internal int Others { get; }

    /// <summary>Gets whether the first cell is a number.</summary>
    internal bool BeginsWithNumber { get; }

    /// <summary>Gets whether the numbers count on by one, as the numbers of columns do.</summary>
    internal bool Counts =>
        Numbers.Length >= 3 && Numbers.All(n => n.All(char.IsAsciiDigit))
        && Numbers.Zip(Numbers.Skip(1)).All(pair => pair.First.Length < 10 && pair.Second.Length < 10
            && int.Parse(pair.Second, CultureInfo.InvariantCulture) == int.Parse(pair.First, CultureInfo.InvariantCulture) + 1);

    /// <summary>Returns the numbers of a line; null where it has words, or no number.</summary>
    internal static RowFragment? From(DelimitedText text, int line)
    {
        var bytes = text.Line(line);
        if (bytes.Length > LongestLine || bytes.IndexOfAnyInRange((byte)'0', (byte)'9') < 0)
            return null;
        ReadOnlySpan<char> separators = text.Dialect.Mark == DecimalMark.Comma && text.Dialect.Delimiter != Delimiter.Comma
            ? " \t;|\"" : " \t;|\",";
        var cells = Encoding.Latin1.GetString(bytes).Split(separators.ToArray(), StringSplitOptions.RemoveEmptyEntries);
        var numbers = new List<string>();
        var others = 0;
        foreach (var cell in cells)
        {
            if (IsNumberOrPart(cell))
                numbers.Add(cell);
            else if (IsMissing(cell) || IsNearlyNumber(cell))
                others++;
            else
                return null;
        }

        return numbers.Count == 0 || others > Math.Max(1, numbers.Count) ? null
            : new RowFragment([.. numbers], others, IsNumberOrPart(cells[0]));
    }

    /// <summary>
    /// Returns true where a number begins with the digits of a number within a range. Marks, zeros at the start and
    /// exponents do not count: they are what damage changes.
    /// </summary>
    internal bool BeginsWithin(int number, double low, double high)
    {
        if (!BeginsWithNumber || !(low * high > 0))
            return false;
        var (least, most) = (Math.Min(Math.Abs(low), Math.Abs(high)), Math.Max(Math.Abs(low), Math.Abs(high)));
        var digits = DigitsOf(Numbers[number]);
        if (digits.Length == 0)
            return false;
        var scale = Math.Pow(10, Math.Floor(Math.Log10(most)) - digits.Length + 1);
        var value = double.Parse(digits, CultureInfo.InvariantCulture);
        return IsNear(scale) || IsNear(scale / 10);

        bool IsNear(double unit) => value * unit <= most && (value + 1) * unit >= least;
    }

    private static string DigitsOf(string number)
    {
        var end = number.IndexOfAny(['e', 'E', 'd', 'D']);
        var mantissa = end < 0 ? number : number[..end];
        return new string([.. mantissa.Where(char.IsAsciiDigit)]).TrimStart('0');
    }

    private static bool IsNumberOrPart(string cell)
    {
        int digits = 0, letters = 0;
        foreach (var c in cell)
        {
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is 'e' or 'E' or 'd' or 'D')
                letters++;
            else if (c is not ('+' or '-' or '.' or ',' or '\''))
                return false;
        }

        return digits > 0 && letters <= 1;
    }

    /// <summary>Returns true for a number with a character too many, or two numbers run into each other.</summary>
    private static bool IsNearlyNumber(string cell) =>
        cell.Count(char.IsAsciiDigit) is var digits && digits >= 1 && cell.Length <= 2 * LongestNumber
        && cell.Count(char.IsLetter) <= (digits > 3 ? 4 : 2)
        && cell.All(c => char.IsAsciiLetterOrDigit(c) || "+-.,#%".Contains(c, StringComparison.Ordinal));

    private static bool IsMissing(string cell) =>
        NumericCell.Classify(Encoding.Latin1.GetBytes(cell), DecimalMark.Point, out _) == CellKind.Missing;
}
