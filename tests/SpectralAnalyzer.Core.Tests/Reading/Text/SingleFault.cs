namespace SpectralAnalyzer.Core.Tests.Reading.Text;

/// <summary>One fault of a kind that transfers, editors and instruments cause, put into one place of a table.</summary>
internal sealed record SingleFault(string Name, Func<PlainTable, int, Random, string[]?> Damage)
{
    /// <summary>The kinds of faults.</summary>
    public static IReadOnlyList<SingleFault> All { get; } =
    [
        Row("the other decimal mark in a row", (table, line, _) => table.Layout.DecimalMark == DecimalMark.Comma
            ? line.Contains(',') ? line.Replace(',', '.') : null
            : line.Contains('.') ? line.Replace('.', ',') : null),
        new("a row broken by a line feed", (table, at, random) => Between(table, at, (lines, line) =>
            line.Length < 3 ? null : lines[at].Insert(random.Next(1, line.Length - 1), "\n"))),
        Row("blanks for the delimiter of a row", (table, line, _) => table.Layout.Delimiter == Delimiter.Blanks ? null
            : string.Join("  ", table.Cells(line).Where(c => c.Length > 0))),
        Row("commas for the delimiter of a row", (table, line, _) =>
            table.Layout.Delimiter == Delimiter.Comma || table.Layout.DecimalMark == DecimalMark.Comma ? null
                : string.Join(",", table.Cells(line))),
        new("four rows of words for no value", (table, at, _) => Rewrite(table, at, 4, row =>
            string.Join(DelimiterOf(table), table.Cells(row).Select(_ => "over")))) { RowsWithoutNumbers = 4 },
        Row("an empty x", (table, line, _) => table.Layout.Delimiter == Delimiter.Blanks
            || table.Layout.XColumn is not { } x ? null
            : string.Join(DelimiterOf(table), table.Cells(line).Select((c, i) => i == x - 1 ? "" : c))),
        Row("a word for x", (table, line, _) => table.Layout.XColumn is not { } x ? null
            : string.Join(DelimiterOf(table), table.Cells(line).Select((c, i) => i == x - 1 ? "n/a" : c))),
        Row("a letter in a number", (_, line, random) => Digits(line) is not { Count: > 0 } digits ? null
            : Put(line, digits[random.Next(digits.Count)], 'x')),
        // a number that is shorter than others is a number: only where all end alike does the cut show
        Row("a row cut short", (table, line, random) => line.Length < 3
            || !table.EndsAlike ? null : line[..random.Next(1, line.Length)]),
        Row("a row run into the next", (table, line, _) => line + line),
        new("a remark after a row", (table, at, _) => Between(table, at, (lines, line) => line + "\n# remark of the operator")),
        new("a remark of two words after a row", (table, at, _) => Between(table, at, (lines, line) => line + "\nlamp changed")),
        new("a blank line after a row", (table, at, _) => Between(table, at, (lines, line) => line + "\n")),
        new("a remark and a blank line after a row",
            (table, at, _) => Between(table, at, (lines, line) => line + "\n# remark\n")),
        Row("one cell too many", (table, line, _) => line.TrimEnd() + DelimiterOf(table) + "1"),
        Row("a doubled decimal mark", (table, line, _) => table.Layout.DecimalMark == DecimalMark.Comma
            || !line.Contains('.') ? null
            : line.Insert(line.IndexOf('.', StringComparison.Ordinal), ".")),
    ];

    /// <summary>The rows whose numbers are gone.</summary>
    public int RowsWithoutNumbers { get; init; }

    public override string ToString() => Name;

    internal static string DelimiterOf(PlainTable table) => table.Layout.Delimiter switch
    {
        Delimiter.Blanks => " ",
        Delimiter.Tab => "\t",
        Delimiter.Semicolon => ";",
        Delimiter.Pipe => "|",
        _ => ",",
    };

    private static SingleFault Row(string name, Func<PlainTable, string, Random, string?> damage) =>
        new(name, (table, at, random) => Between(table, at, (_, line) => damage(table, line, random)));

    private static string[]? Between(PlainTable table, int at, Func<string[], string, string?> damage)
    {
        var lines = table.Lines;
        if (damage(lines, lines[at]) is not { } damaged || damaged == lines[at])
            return null;
        lines[at] = damaged;
        return lines;
    }

    private static string[]? Rewrite(PlainTable table, int at, int rows, Func<string, string> damage)
    {
        var lines = table.Lines;
        for (var line = at; line < at + rows; line++)
        {
            if (!table.IsData(line + 1))
                return null;
            lines[line] = damage(lines[line]);
        }

        return lines;
    }

    private static List<int> Digits(string line) => [.. Enumerable.Range(0, line.Length).Where(i => char.IsAsciiDigit(line[i]))];

    private static string Put(string line, int at, char c) => line[..at] + c + line[(at + 1)..];
}
