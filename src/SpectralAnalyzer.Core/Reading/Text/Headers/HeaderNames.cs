using System.Buffers;
using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>The names and units that stand above the columns of a block.</summary>
internal sealed class HeaderNames
{
    private static readonly SearchValues<byte> RuleBytes = SearchValues.Create("-=_*#~+/ \t"u8);
    private static readonly SearchValues<byte> RuledBytes = SearchValues.Create("-=_*~"u8);

    private readonly string?[] _names;
    private readonly string?[] _units;

    private HeaderNames(string?[] names, string?[] units, int line)
    {
        _names = names;
        _units = units;
        Line = line;
    }

    /// <summary>The line of the names, from 0; −1 where there is none.</summary>
    public int Line { get; }

    /// <summary>All names there are.</summary>
    public IEnumerable<string> All => _names.OfType<string>();

    /// <summary>True where the columns have names.</summary>
    public bool Exist => Line >= 0 && _names.Any(n => n is not null);

    /// <summary>The name of a column.</summary>
    /// <param name="column">The column, from 0.</param>
    public string? Name(int column) => column < _names.Length ? _names[column] ?? _units[column] : null;

    /// <summary>Name and unit of a column, one after the other.</summary>
    public string? NameAndUnit(int column) => column >= _names.Length ? null
        : _names[column] is null ? _units[column] : _units[column] is null ? _names[column] : $"{_names[column]} {_units[column]}";

    /// <summary>Finds the names above a block.</summary>
    /// <param name="document">The file.</param>
    /// <param name="dialect">The dialect of the block.</param>
    /// <param name="firstLine">The block's first row, from 0.</param>
    /// <param name="columns">How many columns it has.</param>
    /// <param name="fromLine">No line before this one, from 0.</param>
    public static HeaderNames Above(TextDocument document, Dialect dialect, int firstLine, int columns, int fromLine = 0)
    {
        var rows = new List<(int Line, string?[] Cells)>();
        var seen = 0;
        var raw = dialect.Separator == 0 ? columns : new RowCells(dialect).Split(document.Line(firstLine));
        for (var line = firstLine - 1; line >= fromLine && seen < 4 && firstLine - line < 12; line--)
        {
            if (document.IsBlank(line) || IsRule(document.Line(line)) || IsRemark(document.Line(line)))
                continue;
            if (document.Line(line).Length > 1 << 20)
                break;
            seen++;
            var text = document.TextOf(line);
            var cells = CellsOf(text, dialect, columns, raw);
            if (cells is null)
                break;
            rows.Add((line, cells));
            if (rows.Count == 3)
                break;
        }

        return Choose(rows, columns);
    }

    /// <summary>The names in a line that the user or a stored layout points to.</summary>
    public static HeaderNames At(TextDocument document, Dialect dialect, int line, int columns)
    {
        if (line < 0 || line >= document.LineCount)
            return new HeaderNames(new string?[columns], new string?[columns], -1);
        var text = document.TextOf(line);
        var cells = CellsOf(text, dialect, columns, columns) ?? Split(text, dialect, columns);
        return new HeaderNames(Fit(cells, columns), new string?[columns], line);
    }

    private static HeaderNames Choose(List<(int Line, string?[] Cells)> rows, int columns)
    {
        var none = new string?[columns];
        if (rows.Count == 0)
            return new HeaderNames(none, new string?[columns], -1);
        var nearest = rows[0];
        if (rows.Count > 1 && (IsUnits(nearest.Cells) || !HasAxisWord(nearest.Cells)) && HasAxisWord(rows[1].Cells) && TextCount(rows[1].Cells) * 2 >= TextCount(nearest.Cells))
            return new HeaderNames(Fit(rows[1].Cells, columns), Fit(nearest.Cells, columns), rows[1].Line);
        if (rows.Count > 1 && IsUnits(nearest.Cells) && TextCount(rows[1].Cells) == TextCount(nearest.Cells))
            return new HeaderNames(Fit(rows[1].Cells, columns), Fit(nearest.Cells, columns), rows[1].Line);
        return new HeaderNames(Fit(nearest.Cells, columns), new string?[columns], nearest.Line);
    }

    private static string?[]? CellsOf(string text, Dialect dialect, int columns, int rawColumns)
    {
        var cells = Split(text, dialect, columns);
        var filled = cells.Count(c => c is not null);
        if (filled == 0 || IsNamedValue(cells))
            return null;
        var numeric = cells.Count(c => c is not null && IsNumber(c));
        if (columns <= 3 ? numeric > 0 : numeric > 0 && AxisWords.Read(cells.FirstOrDefault(c => c is not null)).Quantity == AxisQuantity.None && cells[0] is not null)
            return null;
        // where a delimiter parts the line, blanks do not
        if ((dialect.Separator == 0 ? cells.Length != columns : cells.Length < columns) && UndelimitedNames.Of(text, columns) is { } names)
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

    /// <summary>True for a setting and its value, as in <c>Acquired= 16.12.2019</c>: it is no pair of column names.</summary>
    private static bool IsNamedValue(string?[] cells) =>
        cells.FirstOrDefault(c => c is not null) is { } first
        && (first.EndsWith('=') || (first.EndsWith(':') && AxisWords.Read(first).Quantity is AxisQuantity.None or AxisQuantity.Time));

    private static string?[] Split(string text, Dialect dialect, int columns)
    {
        var plain = text.TrimEnd();
        var bare = plain.TrimStart('#', '%', ';', '!', '/', '*', ' ');
        if (dialect.Separator != 0)
            bare = dialect.Delimiter == Delimiter.Semicolon ? plain.TrimStart('#', '%', '!') : plain.TrimStart('#', '%', '!', '*');
        // a sign of remark in a cell of its own is no name
        if (dialect.Separator != 0 && bare.Length < plain.Length && bare.Length > 0 && bare[0] == (char)dialect.Separator)
            bare = bare[1..];
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
            Delimiter.Blanks => text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries),
            Delimiter.Tab => text.Split('\t'),
            Delimiter.Comma => Quoted(text, ','),
            Delimiter.Semicolon => Quoted(text, ';'),
            _ => Quoted(text, '|'),
        };
        return Array.ConvertAll(parts, p => p.Trim().Trim('"').Trim() is { Length: > 0 } name ? name : null);
    }

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
        if (cells.Length == columns + 1 && columns > 0 && cells[0] is "#" or "%")
            cells = cells[1..];
        var names = new string?[columns];
        Array.Copy(cells, names, Math.Min(columns, cells.Length));
        return names;
    }

    private static bool IsUnits(string?[] cells)
    {
        var filled = cells.Where(c => c is not null).ToArray();
        return filled.Length > 0 && filled.Count(c => c![0] is '[' or '(' || c.Length <= 3 || AxisWords.StatedUnit(c) != AxisUnit.Unknown) * 2 >= filled.Length;
    }

    private static int TextCount(string?[] cells) => cells.Count(c => c is not null);

    private static bool HasAxisWord(string?[] cells) => cells.Any(c => AxisWords.Read(c).Quantity is not AxisQuantity.None);

    private static bool IsNumber(string cell) =>
        double.TryParse(cell.Replace(',', '.'), CultureInfo.InvariantCulture, out _);

    /// <summary>True for a setting that stands as a remark between the names and the data: <c>//WLCalib: Shift 0.17</c>.</summary>
    private static bool IsRemark(ReadOnlySpan<byte> line) => line.StartsWith("//"u8) && line.IndexOf((byte)':') > 0;

    /// <summary>True for a line that only rules off: <c>-----</c>, <c>#====</c>.</summary>
    private static bool IsRule(ReadOnlySpan<byte> line) =>
        line.IndexOfAnyExcept(RuleBytes) < 0 && line.IndexOfAny(RuledBytes) >= 0;
}
