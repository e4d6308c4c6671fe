namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>All kinds of layouts, in the order in which they are considered.</summary>
internal static class LayoutKinds
{
    internal static IReadOnlyList<ILayoutKind> All { get; } =
    [
        new ColumnsLayout(),
        new ColumnPairsLayout(),
        new RowsLayout(),
        new ImplicitXLayout(),
        new KeyValueLayout(),
        new PackedLayout(),
    ];

    internal static ILayoutKind For(TableArrangement arrangement) => All.First(kind => kind.Arrangement == arrangement);
}
