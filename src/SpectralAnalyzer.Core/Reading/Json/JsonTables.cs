using System.Globalization;
using System.Text.Json;

namespace SpectralAnalyzer.Core.Reading.Json;

/// <summary>Finds the tables of numbers in JSON.</summary>
internal static class JsonTables
{
    private const int Deepest = 5;
    private const int FewestPoints = 3;
    private const int MostTables = 100;

    /// <summary>A table with a row of names above it.</summary>
    internal sealed record Table(string Name, IReadOnlyList<IReadOnlyList<string>> Rows);

    /// <summary>Returns the tables; an element that is one is not searched further.</summary>
    internal static List<Table> Find(JsonElement root)
    {
        var tables = new List<Table>();
        Search(root, "", 0);
        return tables;

        void Search(JsonElement element, string name, int depth)
        {
            if (depth > Deepest || tables.Count >= MostTables)
                return;
            if (TryRead(element) is { } rows)
            {
                tables.Add(new Table(name.Length > 0 ? name : "root", rows));
                return;
            }

            if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject())
                    Search(property.Value, property.Name, depth + 1);
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                var i = 0;
                foreach (var item in element.EnumerateArray())
                    Search(item, Invariant($"{name}[{i++}]"), depth + 1);
            }
        }
    }

    private static List<IReadOnlyList<string>>? TryRead(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => Split(element) ?? Columns(element) ?? Indexed(element),
        JsonValueKind.Array => Records(element) ?? Grid(element, null, null),
        _ => null,
    };

    // {"columns": [...], "index": [...], "data": [[...], ...]}
    private static List<IReadOnlyList<string>>? Split(JsonElement element) =>
        element.TryGetProperty("columns", out var names) && element.TryGetProperty("data", out var data)
        && Scalars(names) is { } columns
            ? Grid(data, columns, element.TryGetProperty("index", out var index) ? Scalars(index) : null)
            : null;

    // {"x": [...], "y": [...]}: at least two arrays, all of the same length
    private static List<IReadOnlyList<string>>? Columns(JsonElement element)
    {
        var arrays = element.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.Array)
            .Select(property => (property.Name, Values: Scalars(property.Value))).ToList();
        if (arrays.Count < 2 || arrays.Exists(array => array.Values is null || array.Values.Count != arrays[0].Values!.Count)
            || arrays[0].Values!.Count < FewestPoints)
            return null;
        return [arrays.ConvertAll(array => array.Name),
            .. Enumerable.Range(0, arrays[0].Values!.Count).Select(i => arrays.ConvertAll(array => array.Values![i]))];
    }

    // {"x": {"0": ..., "1": ...}, "y": {...}} by columns, or {"0": {"x": ..., "y": ...}, ...} by rows
    private static List<IReadOnlyList<string>>? Indexed(JsonElement element)
    {
        var outer = element.EnumerateObject().ToList();
        if (outer.Count == 0 || outer.Exists(property => property.Value.ValueKind != JsonValueKind.Object))
            return null;
        var inner = outer.ConvertAll(property => property.Value.EnumerateObject().Select(cell => cell.Name).ToList());
        if (inner[0].Count == 0 || inner.Exists(keys => !keys.SequenceEqual(inner[0], StringComparer.Ordinal))
            || outer.Exists(property => property.Value.EnumerateObject().Any(cell => Scalar(cell.Value) is null)))
            return null;
        var cells = outer.ConvertAll(property => property.Value.EnumerateObject().Select(cell => Scalar(cell.Value)!).ToList());
        var names = outer.ConvertAll(property => property.Name);
        var isByRows = names.TrueForAll(IsNumber) && !inner[0].TrueForAll(IsNumber);
        if ((isByRows ? names : inner[0]).Count < FewestPoints)
            return null;
        return isByRows
            ? WithIndex(names, inner[0], cells)
            : WithIndex(inner[0], names,
                [.. Enumerable.Range(0, inner[0].Count).Select(i => cells.ConvertAll(column => column[i]))]);
    }

    // [{"x": ..., "y": ...}, ...]
    private static List<IReadOnlyList<string>>? Records(JsonElement element)
    {
        var items = element.EnumerateArray().ToList();
        if (items.Count < FewestPoints || items.Exists(item => item.ValueKind != JsonValueKind.Object))
            return null;
        var names = items[0].EnumerateObject().Select(cell => cell.Name).ToList();
        var rows = new List<IReadOnlyList<string>> { names };
        foreach (var item in items)
        {
            var cells = item.EnumerateObject().ToList();
            if (!cells.Select(cell => cell.Name).SequenceEqual(names, StringComparer.Ordinal)
                || cells.Exists(cell => Scalar(cell.Value) is null))
                return null;
            rows.Add(cells.ConvertAll(cell => Scalar(cell.Value)!));
        }

        return names.Count > 1 ? rows : null;
    }

    // [[...], [...]]: rows, or columns where they are longer than many
    private static List<IReadOnlyList<string>>? Grid(
        JsonElement element, List<string>? names, List<string>? index)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return null;
        var rows = element.EnumerateArray().Select(Scalars).ToList();
        if (rows.Count < 2 || rows.Exists(row => row is null || row.Count != rows[0]!.Count || row.Count < 2)
            || names is not null && names.Count != rows[0]!.Count || Math.Max(rows.Count, rows[0]!.Count) < FewestPoints)
            return null;
        List<IReadOnlyList<string>> grid = rows.ConvertAll(row => (IReadOnlyList<string>)row!);
        if (names is not null)
            return WithIndex(index?.Count == grid.Count ? index : [], names, grid);
        return grid.Count < grid[0].Count
            ? [.. Enumerable.Range(0, grid[0].Count).Select(i => grid.ConvertAll(row => row[i]))]
            : grid;
    }

    // an index that counts the rows is no column
    private static List<IReadOnlyList<string>> WithIndex(
        List<string> index, List<string> names, IEnumerable<IReadOnlyList<string>> rows) =>
        index.Count == 0 || index.Select((key, i) => key == i.ToString(CultureInfo.InvariantCulture)).All(isSame => isSame)
            ? [names, .. rows]
            : [["index", .. names], .. rows.Select((row, i) => (IReadOnlyList<string>)[index[i], .. row])];

    private static List<string>? Scalars(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array)
            return null;
        var values = element.EnumerateArray().Select(Scalar).ToList();
        return values.Exists(value => value is null) ? null : values.ConvertAll(value => value!);
    }

    private static string? Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static bool IsNumber(string text) => XmlSource.Number(text) is not null;
}
