using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>A text under one dialect: every line is a row of cells. Only one line is split at a time, by one thread.</summary>
internal sealed class DelimitedText(TextDocument document, Dialect dialect)
{
    private readonly RowCells _cells = new(dialect);
    private readonly bool _canBePlain = PlainNumbers.CanRead(dialect);
    private readonly byte _separator = PlainNumbers.Separator(dialect);
    private readonly byte _mark = dialect.Mark == DecimalMark.Comma ? (byte)',' : (byte)'.';

    internal DelimitedText(TextDocument document, TableLayout layout)
        : this(document, new Dialect(layout.Delimiter, layout.DecimalMark))
    {
    }

    internal TextDocument Document => document;

    internal Dialect Dialect => dialect;

    internal int LineCount => document.LineCount;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ReadOnlySpan<byte> Line(int line) => document.Line(line);

    internal bool IsBlank(int line) => document.IsBlank(line);

    /// <summary>Splits a line into cells. The row is valid until the next line is split.</summary>
    internal TextRow Split(int line) => Split(document.Line(line));

    /// <inheritdoc cref="Split(int)"/>
    internal TextRow Split(ReadOnlySpan<byte> line)
    {
        _cells.Split(line);
        return new TextRow(document, dialect.Mark, _cells, line);
    }

    /// <summary>Releases the memory that a very long line took; the row that was split last is no longer valid.</summary>
    internal void ReleaseLongLines() => _cells.ReleaseLongLines();

    /// <summary>Returns the kinds of cells that a line holds. It splits the line.</summary>
    internal LineShape ShapeOf(int line) => ShapeOf(document.Line(line));

    /// <inheritdoc cref="ShapeOf(int)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal LineShape ShapeOf(ReadOnlySpan<byte> line) =>
        _canBePlain && PlainNumbers.TryCount(line, _separator, _mark, out var cells, out var bytes)
            ? LineShape.FromPlain(cells, bytes)
            : LineShape.From(line, _cells, dialect);

    /// <summary>Returns the nearest line above that is not blank, or −1.</summary>
    internal int LineAbove(int line)
    {
        do
            line--;
        while (line >= 0 && document.IsBlank(line));
        return line;
    }

    /// <summary>Returns the nearest line below that is not blank, or −1.</summary>
    internal int LineBelow(int line)
    {
        do
            line++;
        while (line < document.LineCount && document.IsBlank(line));
        return line < document.LineCount ? line : -1;
    }

    /// <summary>Creates a layout in this dialect; it lacks what its kind adds.</summary>
    /// <param name="arrangement">The kind of layout.</param>
    /// <param name="blocks">The blocks of rows; at least one.</param>
    internal TableLayout NewLayout(TableArrangement arrangement, IReadOnlyList<TableBlock> blocks) => new()
    {
        Encoding = document.EncodingName,
        Delimiter = dialect.Delimiter,
        DecimalMark = dialect.Mark,
        Arrangement = arrangement,
        FirstDataLine = blocks[0].FirstLine,
        LastDataLine = blocks[0].LastLine,
        Blocks = blocks,
        BlockCount = blocks.Count,
    };
}
