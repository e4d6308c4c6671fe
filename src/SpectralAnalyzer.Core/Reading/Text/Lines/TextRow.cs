namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>The cells of one line, without quotes and surrounding blanks.</summary>
internal readonly ref struct TextRow(TextDocument document, DecimalMark mark, RowCells cells, ReadOnlySpan<byte> line)
{
    private readonly ReadOnlySpan<byte> _line = line;

    /// <summary>Gets the number of cells, empty ones included.</summary>
    internal int Count => cells.Count;

    internal ReadOnlySpan<byte> this[int cell] => cells.Cell(_line, cell);

    /// <summary>Returns what a cell holds, and its number; a cell that is not there is empty.</summary>
    internal CellKind Classify(int cell, out double value) =>
        NumericCell.Classify(cell < cells.Count ? this[cell] : default, mark, out value);

    internal bool IsNumber(int cell, out double value) => Classify(cell, out value) == CellKind.Number;

    internal string TextOf(int cell) => document.Decode(this[cell]);
}
