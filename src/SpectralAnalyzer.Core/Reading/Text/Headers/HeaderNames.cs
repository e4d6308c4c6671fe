using System.Buffers;
using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;
using SpectralAnalyzer.Core.Reading.Units;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>The names and units above the columns of a block.</summary>
internal sealed class HeaderNames
{
    private static readonly SearchValues<byte> s_ruleBytes = SearchValues.Create("-=_*#~+/ \t"u8);
    private static readonly SearchValues<byte> s_ruledBytes = SearchValues.Create("-=_*~"u8);

    private readonly string?[] _names;
    private readonly string?[] _units;
    private readonly string?[] _titles;

    private HeaderNames(string?[] names, string?[] units, int line, string?[]? titles = null)
    {
        _names = names;
        _units = units;
        _titles = titles ?? [];
        Line = line;
    }

    /// <summary>Gets the line of the names, from 0; −1 where there is none.</summary>
    internal int Line { get; }

    /// <summary>Gets all names.</summary>
    internal IEnumerable<string> All => _names.OfType<string>();

    /// <summary>Gets whether the columns have names.</summary>
    internal bool Exist => Line >= 0 && _names.Any(n => n is not null);

    /// <summary>Returns the name of a column, from 0.</summary>
    internal string? Name(int column) => column < _names.Length ? _names[column] ?? _units[column] : null;

    /// <summary>Returns what the line above the names has over a column, from 0: the title of a pair of columns.</summary>
    internal string? Title(int column) => column < _titles.Length ? _titles[column] : null;

    /// <summary>Returns name and unit of a column, from 0.</summary>
    internal string? NameAndUnit(int column) => column >= _names.Length ? null
        : _names[column] is null ? _units[column] : _units[column] is null ? _names[column]
        : $"{_names[column]} {_units[column]}";

    /// <summary>Finds the names above a block.</summary>
    internal static HeaderNames Above(DelimitedText text, int firstLine, int columns, int fromLine = 0)
    {
        if (BarredNames.Above(text, firstLine, columns) is { } barred)
            return new HeaderNames(barred.Names, barred.Units, barred.Line);
        var dialect = text.Dialect;
        var hasRowNames = RowNames.AreIn(text, firstLine);
        var rows = new List<(int Line, string?[] Cells)>();
        var seen = 0;
        var raw = dialect.Separator == 0 ? columns : text.Split(firstLine).Count;
        for (var line = firstLine - 1; line >= fromLine && seen < 4 && firstLine - line < 12; line--)
        {
            if (text.IsBlank(line) || IsRule(text.Line(line)) || IsRemark(text.Line(line))
                || text.ShapeOf(line) is { Numbers: 0, Texts: 0, Missing: > 0 })
                continue;
            if (text.Line(line).Length > 1 << 20)
                break;
            seen++;
            var cells = CellsOf(text.Document.TextOf(line), dialect, columns, raw, hasRowNames);
            if (cells is null)
                break;
            rows.Add((line, cells));
            if (rows.Count == 3)
                break;
        }

        return Choose(rows, columns);
    }

    /// <summary>Returns the names in a line that the user or a stored layout points to.</summary>
    internal static HeaderNames At(DelimitedText text, int line, int columns)
    {
        if (line < 0 || line >= text.LineCount)
            return new HeaderNames(new string?[columns], new string?[columns], -1);
        var header = text.Document.TextOf(line);
        var cells = CellsOf(header, text.Dialect, columns, columns, false) ?? Split(header, text.Dialect, columns, columns);
        return new HeaderNames(Fit(cells, columns), new string?[columns], line);
    }

    private static HeaderNames Choose(List<(int Line, string?[] Cells)> rows, int columns)
    {
        var none = new string?[columns];
        if (rows.Count == 0)
            return new HeaderNames(none, new string?[columns], -1);
        var nearest = rows[0];
        return rows.Count > 1 && AreNamesAndUnits(rows[1].Cells, nearest.Cells)
            ? new HeaderNames(Fit(rows[1].Cells, columns), Fit(nearest.Cells, columns), rows[1].Line)
            : new HeaderNames(
                Fit(nearest.Cells, columns), none, nearest.Line, rows.Count > 1 ? Fit(rows[1].Cells, columns) : null);
    }

    private static bool AreNamesAndUnits(string?[] names, string?[] units)
    {
        // units that name both quantities need no names: the line above is a title
        if (Array.TrueForAll(names, n => AxisWords.Read(n).Quantity is AxisQuantity.None or AxisQuantity.Time)
            && AxisWords.StatedUnit(units[0] ?? "") != AxisUnit.Unknown
            && units.Skip(1).Any(u => OrdinateWords.Read(u) != OrdinateKind.Unknown))
            return false;
        int nameCount = names.Count(c => c is not null), unitCount = units.Count(c => c is not null);
        return ((IsUnits(units) || !HasAxisWord(units)) && HasAxisWord(names) && nameCount * 2 >= unitCount)
            || (IsUnits(units) && nameCount == unitCount);
    }

    private static string?[]? CellsOf(string text, Dialect dialect, int columns, int rawColumns, bool hasRowNames)
    {
        var cells = Split(text, dialect, columns, rawColumns);
        // a comment sign in quotes is one cell more than the rows have
        if (cells.Length == columns + 1 && cells.Length != rawColumns && columns > 0 && cells[0] is "#" or "%")
            cells = cells[1..];
        var filled = cells.Count(c => c is not null);
        if (filled == 0 || IsNamedValue(cells))
            return null;
        if (columns > 2 && cells.Length == columns - 1 && filled == cells.Length
            && (hasRowNames || (columns > 5 && RowNames.AreNumbers(cells))))
            return [null, .. cells];
        var numeric = cells.Count(c => c is not null && IsNumber(c));
        if (numeric > 0 && (columns <= 3
            || (cells[0] is not null && AxisWords.Read(cells.FirstOrDefault(c => c is not null)).Quantity == AxisQuantity.None)))
            return null;
        // where a delimiter splits the line, blanks do not
        if ((dialect.Separator == 0 ? cells.Length != columns : cells.Length < columns)
            && UndelimitedNames.Split(text, columns) is { } names)
            return names;
        var solid = cells.Where(c => c is not null).ToArray();
        // an empty cell between names is one separator too many
        var isDoubled = cells.Length > columns && solid.Length == columns && cells[0] is not null && cells[^1] is not null;
        if (!isDoubled && (cells.Length == columns || cells.Length == columns + 1))
            return cells;
        if (solid.Length == columns)
            return solid;
        if (cells.Length > columns && columns >= 3 && (cells.Length == rawColumns || cells.Skip(columns).All(c => c is null)))
            return cells;
        return columns > 3 && cells.Length == columns - 1 && dialect.Delimiter != Delimiter.Blanks ? cells : null;
    }

    /// <summary>Returns true for a setting and its value, not two names: <c>Acquired= 16.12.2019</c>.</summary>
    private static bool IsNamedValue(string?[] cells) =>
        cells.FirstOrDefault(c => c is not null) is { } first
        && (first.EndsWith('=')
        || (first.EndsWith(':') && AxisWords.Read(first).Quantity is AxisQuantity.None or AxisQuantity.Time));

    private static string?[] Split(string text, Dialect dialect, int columns, int rawColumns)
    {
        var plain = text.TrimEnd();
        // the keyword of SPEC for a line of names
        if (plain.StartsWith("#L ", StringComparison.Ordinal))
            plain = plain[3..].TrimStart();
        var bare = plain.TrimStart('#', '%', ';', '!', '/', '*', ' ');
        if (dialect.Separator != 0)
            bare = dialect.Delimiter == Delimiter.Semicolon ? plain.TrimStart('#', '%', '!')
                : plain.TrimStart('#', '%', '!', '*');
        // a comment sign in a cell of its own is a name only where the columns, those of words included, are as many with it
        if (dialect.Separator != 0 && bare.Length < plain.Length && bare.Length > 0 && bare[0] == (char)dialect.Separator)
        {
            if (Cut(plain, dialect.Delimiter) is var whole && (whole.Length == columns || whole.Length == rawColumns))
                return whole;
            bare = bare[1..];
        }

        var byDialect = Cut(bare, dialect.Delimiter);
        if (byDialect.Length == columns)
            return byDialect;
        foreach (var other in (ReadOnlySpan<Delimiter>)[Delimiter.Tab, Delimiter.Comma, Delimiter.Semicolon])
        {
            var cut = Cut(bare, other);
            if (cut.Length == columns && columns > 1)
                return cut;
        }

        if (dialect.Separator != 0 && byDialect.Length > 1)
            return byDialect;
        var wide = bare.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return wide.Length == columns && columns > 1 ? wide : byDialect;
    }

    private static string?[] Cut(string text, Delimiter delimiter)
    {
        string[] parts = delimiter switch
        {
            Delimiter.None => [text],
            Delimiter.Blanks => ByBlanks(text),
            Delimiter.Tab => text.Split('\t'),
            Delimiter.Comma => Quoted(text, ','),
            Delimiter.Semicolon => Quoted(text, ';'),
            _ => Quoted(text, '|'),
        };
        return Array.ConvertAll(parts, p => p.Trim().Trim('"').Trim() is { Length: > 0 } name ? name : null);
    }

    private static string[] ByBlanks(string text) =>
        text.Contains('"', StringComparison.Ordinal)
            ? Array.FindAll(Quoted(text.Replace('\t', ' '), ' '), part => part.Length > 0)
            : text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private static string[] Quoted(string text, char separator)
    {
        if (!text.Contains('"', StringComparison.Ordinal))
            return text.Split(separator);
        var parts = new List<string>();
        var from = 0;
        var inside = false;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
                inside = !inside;
            if (i < text.Length && (text[i] != separator || inside))
                continue;
            parts.Add(text[from..i].Replace("\"\"", "\"", StringComparison.Ordinal));
            from = i + 1;
        }

        return [.. parts];
    }

    private static string?[] Fit(string?[] cells, int columns)
    {
        var names = new string?[columns];
        Array.Copy(cells, names, Math.Min(columns, cells.Length));
        return names;
    }

    private static bool IsUnits(string?[] cells)
    {
        var filled = cells.Where(c => c is not null).ToArray();
        return filled.Length > 0
            && filled.Count(c => c![0] is '[' or '(' || c.Length <= 3
            || AxisWords.StatedUnit(c) != AxisUnit.Unknown) * 2 >= filled.Length;
    }

    private static bool HasAxisWord(string?[] cells) => cells.Any(c => AxisWords.Read(c).Quantity is not AxisQuantity.None);

    private static bool IsNumber(string cell) =>
        double.TryParse(cell.Replace(',', '.').Replace('D', 'E'), CultureInfo.InvariantCulture, out _);

    /// <summary>Returns true for a setting as a comment between the names and the data: <c>//WLCalib: Shift 0.17</c>.</summary>
    private static bool IsRemark(ReadOnlySpan<byte> line) => line.StartsWith("//"u8) && line.IndexOf((byte)':') > 0;

    /// <summary>Returns true for a line that only separates: <c>-----</c>, <c>#====</c>.</summary>
    private static bool IsRule(ReadOnlySpan<byte> line) =>
        line.IndexOfAnyExcept(s_ruleBytes) < 0 && line.IndexOfAny(s_ruledBytes) >= 0;
}
