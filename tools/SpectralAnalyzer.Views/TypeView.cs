namespace SpectralAnalyzer.Views;

/// <summary>How objects of a type are shown; a shape that is not stated is left to PowerShell.</summary>
internal sealed record TypeView(Type Type)
{
    /// <summary>
    /// Gets the variant of the type that the view is of, or null for all objects: a cmdlet adds the name of the type with it.
    /// </summary>
    internal string? Variant { get; init; }

    /// <summary>Gets the columns of Format-Table.</summary>
    internal IReadOnlyList<Column> Table { get; init; } = [];

    /// <summary>Gets the items of Format-List.</summary>
    internal IReadOnlyList<Item> List { get; init; } = [];

    /// <summary>Gets the text of Format-Wide.</summary>
    internal Cell? Wide { get; init; }

    /// <summary>Gets all cells.</summary>
    internal IEnumerable<Cell> Cells =>
        Table.Select(c => c.Cell).Concat(List.Select(i => i.Cell)).Concat(Wide is null ? [] : [Wide]);
}

/// <summary>A column of a table; without a width it takes the rest.</summary>
internal sealed record Column(string Label, int? Width, Cell Cell, bool IsRight = false)
{
    internal static Column Left(string label, int width, Cell cell) => new(label, width, cell);

    internal static Column Right(string label, int width, Cell cell) => new(label, width, cell, IsRight: true);

    internal static Column Rest(string label, Cell cell) => new(label, null, cell);
}

/// <summary>An item of a list; a string converts to a property under its own name.</summary>
internal sealed record Item(string? Label, Cell Cell)
{
    /// <summary>Gets the property that must have a value for the item to be shown; or null.</summary>
    internal string? Condition { get; init; }

    public static implicit operator Item(string property) => new(null, property);

    public static implicit operator Item((string Label, Cell Cell) item) => new(item.Label, item.Cell);
}
