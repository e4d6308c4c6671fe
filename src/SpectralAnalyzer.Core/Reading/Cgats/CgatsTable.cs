using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Cgats;

/// <summary>A table of a CGATS file: its keywords, its fields and its rows.</summary>
internal sealed class CgatsTable
{
    private readonly Dictionary<string, string> _keywords = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _fields = [];
    private readonly List<string[]> _rows = [];

    /// <summary>The keywords, with their values.</summary>
    public IReadOnlyDictionary<string, string> Keywords => _keywords;

    /// <summary>The names of the fields.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The rows; each has as many cells as there are fields.</summary>
    public IReadOnlyList<string[]> Rows => _rows;

    /// <summary>The 1-based line of the first row.</summary>
    public int FirstDataLine { get; private set; }

    /// <summary>Reads the tables of a file.</summary>
    /// <exception cref="SpectralException">A table's cells do not make rows.</exception>
    public static List<CgatsTable> ReadAll(TextDocument document, ReadingChecks checks, CancellationToken cancellationToken)
    {
        var tables = new List<CgatsTable>();
        var table = new CgatsTable();
        for (var i = 1; i < document.LineCount;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var words = Words(document.TextOf(i));
            i++;
            switch (words.FirstOrDefault())
            {
                case null:
                    break;
                case "BEGIN_DATA_FORMAT":
                    table._fields.Clear();
                    table._fields.AddRange(Until(document, ref i, "END_DATA_FORMAT", out _).SelectMany(line => line));
                    break;
                case "BEGIN_DATA":
                    table.FirstDataLine = i + 1;
                    table.ReadRows(Until(document, ref i, "END_DATA", out var isClosed), checks);
                    if (!isClosed)
                        checks.Fail(SpectralIssueIds.MissingEnd, "The table has no END_DATA: the file may have been cut off.",
                            table.FirstDataLine - 1, atMost: 0.9);
                    tables.Add(table);
                    table = new CgatsTable();
                    break;
                case "KEYWORD":
                    break;
                case var name when words.Count > 1:
                    table._keywords.TryAdd(name, string.Join(' ', words.Skip(1)));
                    break;
            }
        }

        return tables;
    }

    private static List<List<string>> Until(TextDocument document, ref int line, string end, out bool isClosed)
    {
        var lines = new List<List<string>>();
        for (isClosed = false; line < document.LineCount && !isClosed;)
        {
            var words = Words(document.TextOf(line++));
            if (words.Count == 0)
                continue;
            isClosed = words[0] == end;
            if (!isClosed)
                lines.Add(words);
        }

        return lines;
    }

    private void ReadRows(List<List<string>> lines, ReadingChecks checks)
    {
        var width = _fields.Count;
        if (width == 0)
            return;
        if (lines.All(line => line.Count == width))
        {
            _rows.AddRange(lines.Select(line => line.ToArray()));
        }
        else
        {
            // the standard lets a row run over several lines
            var cells = lines.SelectMany(line => line).ToArray();
            if (cells.Length % width != 0 || lines.Any(line => line.Count > width))
                throw Ragged(cells.Length, width);
            _rows.AddRange(cells.Chunk(width));
            checks.Assume("Rows run over several lines; the cells were counted.", 0.05);
        }

        CheckCounts(width, checks);
    }

    private void CheckCounts(int width, ReadingChecks checks)
    {
        if (Number("NUMBER_OF_FIELDS") is { } fields && fields != width)
            checks.Fail(SpectralIssueIds.LayoutMismatch, Invariant($"The file states {fields} fields and names {width}."),
                FirstDataLine, atMost: 0.9);
        if (Number("NUMBER_OF_SETS") is not { } sets)
            checks.Assume("The number of rows is not stated.");
        else if (sets == _rows.Count)
            checks.Pass("There are as many rows, each of as many cells, as stated.");
        else
            checks.Fail(SpectralIssueIds.PointCountMismatch, Invariant($"The file states {sets} rows and has {_rows.Count}."),
                FirstDataLine, atMost: 0.85);
    }

    private SpectralException Ragged(int cells, int width) => new(
        SpectralErrorIds.LayoutMismatch,
        SpectralErrorCategory.InvalidData,
        string.Create(
            CultureInfo.InvariantCulture,
            $"The table from line {FirstDataLine} on has {cells} cells, which do not make rows of "
            + $"{width} fields: cells are missing."),
        "Export it again.");

    /// <summary>The number that a keyword states.</summary>
    public double? Number(string keyword) =>
        _keywords.TryGetValue(keyword, out var text) && NumberList.TryParse(text, out var value) && double.IsFinite(value)
            ? value
            : null;

    // words stand between blanks; quotes hold one together, and two quotes within it are one
    private static List<string> Words(string line)
    {
        var words = new List<string>();
        for (var i = 0; i < line.Length;)
        {
            if (char.IsWhiteSpace(line[i]))
            {
                i++;
            }
            else if (line[i] == '#')
            {
                break;
            }
            else if (line[i] == '"')
            {
                var end = i + 1;
                while (end < line.Length && (line[end] != '"' || end + 1 < line.Length && line[end + 1] == '"'))
                    end += line[end] == '"' ? 2 : 1;
                words.Add(line[(i + 1)..Math.Min(end, line.Length)].Replace("\"\"", "\"", StringComparison.Ordinal));
                i = end + 1;
            }
            else
            {
                var end = i;
                while (end < line.Length && !char.IsWhiteSpace(line[end]))
                    end++;
                words.Add(line[i..end]);
                i = end;
            }
        }

        return words;
    }
}
