using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>Splits a line of names that the delimiter of the data does not: <c>Raman Shift (cm-1) Intensity (a.u.)</c>.</summary>
internal static class UndelimitedNames
{
    /// <summary>Returns the names, where there are as many as columns and the first is that of an axis; else null.</summary>
    internal static string[]? Split(string line, int columns)
    {
        var bare = line.Trim().TrimStart('#', '%', ';', '!', '/', '*', ' ').Replace("\"", "", StringComparison.Ordinal);
        // a setting and its value
        if (columns < 2 || bare.AsSpan().IndexOfAny(':', '=') >= 0)
            return null;
        foreach (var parts in (ReadOnlySpan<string[]>)
            [Cut(bare, "\t"), Cut(bare, ","), Cut(bare, ";"), Cut(bare, "|"), Cut(bare, "  "), AfterBrackets(bare),
                ByBlanks(bare)])
        {
            if (parts.Length == columns
                && AxisWords.Read(parts[0]) is { Quantity: not AxisQuantity.None and not AxisQuantity.Time })
                return parts;
        }

        return null;
    }

    private static string[] Cut(string text, string separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>A name ends with the bracket of its unit; the last may have none.</summary>
    private static string[] AfterBrackets(string text)
    {
        var parts = new List<string>();
        var from = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is not (')' or ']') || i + 1 < text.Length && text[i + 1] is '^' or '/' or ')' or ']')
                continue;
            parts.Add(text[from..(i + 1)].Trim());
            from = i + 1;
        }

        if (text[from..].Trim() is { Length: > 0 } rest)
            parts.Add(rest);
        return [.. parts];
    }

    /// <summary>A word is a name; a word in brackets is the unit of the one before.</summary>
    private static string[] ByBlanks(string text)
    {
        var parts = new List<string>();
        if (text.AsSpan().IndexOfAny(',', ';', '|') >= 0)
            return [];
        foreach (var word in text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word[0] is '(' or '[' && parts.Count > 0)
                parts[^1] += " " + word;
            else
                parts.Add(word);
        }

        return [.. parts];
    }
}
