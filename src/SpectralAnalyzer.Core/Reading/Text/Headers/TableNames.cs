using SpectralAnalyzer.Core.Reading.Text.Layouts;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>The names that a layout's columns have in the file.</summary>
/// <param name="X">Name and unit of x, or null.</param>
/// <param name="Columns">The columns' names; null where the table has no columns.</param>
internal sealed record TableNames(string? X, HeaderNames? Columns)
{
    /// <summary>Finds the names.</summary>
    public static TableNames Of(TextDocument document, TableLayout layout)
    {
        var dialect = new Dialect(layout.Delimiter, layout.DecimalMark);
        var row = new RowCells(dialect);
        switch (layout.Arrangement)
        {
            case TableArrangement.Columns or TableArrangement.ColumnPairs:
                var width = Math.Max(layout.XColumn ?? 1, layout.YColumns.Max());
                foreach (var left in layout.LeftOut)
                    width = Math.Max(width, left.Column);
                var names = ColumnNames(document, dialect, layout, width);
                return new TableNames(names.NameAndUnit((layout.XColumn ?? 1) - 1), names);
            case TableArrangement.Rows when layout is { XLine: { } line, FirstXCell: > 1 }:
                row.Split(document.Line(line - 1));
                var corner = document.Decode(row.Cell(document.Line(line - 1), layout.FirstXCell - 2));
                // the times of the spectra stand below that name, not x
                return new TableNames(corner.Length > 0 && AxisWords.Read(corner).Quantity != AxisQuantity.Time ? corner : null, null);
            case TableArrangement.KeyValue:
                var unit = KeyValueLayouts.UnitOfFirst(document, row, layout.Blocks[0], dialect);
                return new TableNames(unit.Length > 0 ? unit : null, null);
            default:
                return new TableNames(null, null);
        }
    }

    /// <summary>The names above the data, or those of the line that the layout points to where that is another.</summary>
    public static HeaderNames ColumnNames(TextDocument document, Dialect dialect, TableLayout layout, int width)
    {
        var above = HeaderNames.Above(document, dialect, layout.FirstDataLine - 1, width);
        return layout.HeaderLine is { } line && above.Line != line - 1 ? HeaderNames.At(document, dialect, line - 1, width) : above;
    }
}
