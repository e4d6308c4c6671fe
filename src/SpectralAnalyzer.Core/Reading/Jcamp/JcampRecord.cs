using System.Globalization;
using System.Text;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>A labeled data record: <c>##LABEL= value</c> and the lines that belong to it.</summary>
/// <param name="Label">The label as the file writes it, without <c>##</c>.</param>
/// <param name="Value">The text after <c>=</c> on the label's own line, without a comment.</param>
/// <param name="Line">The label's line, from 0.</param>
/// <param name="End">The line after its last, from 0.</param>
internal sealed record JcampRecord(string Label, string Value, int Line, int End)
{
    /// <summary>The label as the standard compares it: upper case, without blanks, dashes, slashes and underlines.</summary>
    public string Name { get; } = Key(Label);

    /// <summary>The label in the form in which labels are compared.</summary>
    public static string Key(string label)
    {
        var key = new StringBuilder(label.Length);
        foreach (var c in label)
        {
            if (c is not (' ' or '-' or '/' or '_' or '\t' or '\0'))
                key.Append(char.ToUpperInvariant(c));
        }

        return key.ToString();
    }

    /// <summary>The value as a number: a point or a comma stands before the decimals; null where it is none.</summary>
    public double? Number => MayBeNumber && Parse(NumberText, out var number) ? number : null;

    /// <summary>The number's resolution: one unit of its last written digit; 0 where it is no number.</summary>
    public double Unit => UnitOf(NumberText);

    /// <summary>True where a comma stands before the decimals.</summary>
    public bool HasDecimalComma => Value.Contains(',', StringComparison.Ordinal)
        && !NumberText.Contains('.', StringComparison.Ordinal) && NumberText.Contains(',', StringComparison.Ordinal)
            && Number is not null;

    private bool MayBeNumber => Value.AsSpan().TrimStart() is [(>= '0' and <= '9') or '-' or '+' or '.' or ',', ..];

    // "4000 cm-1": a unit may follow the number
    private string NumberText =>
        Value.Split([' ', '\t'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is [var first,
        var rest]
        && !rest.Any(char.IsAsciiDigit) | rest.Any(char.IsAsciiLetter) ? first : Value;

    /// <summary>Reads a number of a header.</summary>
    public static bool Parse(string text, out double number)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.Count(',') == 1 && !trimmed.Contains('.'))
            trimmed = trimmed.ToString().Replace(',', '.');
        return double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>One unit of the last written digit of a number.</summary>
    public static double UnitOf(string text)
    {
        var trimmed = text.AsSpan().Trim();
        var exponentAt = trimmed.IndexOfAny('e', 'E');
        var mantissa = exponentAt < 0 ? trimmed : trimmed[..exponentAt];
        var mark = mantissa.IndexOfAny('.', ',');
        var decimals = mark < 0 ? 0 : mantissa.Length - mark - 1;
        var exponent = 0;
        if (exponentAt >= 0
            && !int.TryParse(trimmed[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
            out exponent))
            return 0;
        return Math.Pow(10, exponent - decimals);
    }
}
