using System.Runtime.CompilerServices;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>The numbers of some columns of a range of lines.</summary>
internal sealed class BlockValues
{
    private BlockValues(double[][] columns, int[] lines, int rows)
    {
        Columns = columns;
        Lines = lines;
        Rows = rows;
    }

    /// <summary>The columns, each with one value a row; NaN where there is no number.</summary>
    public double[][] Columns { get; }

    /// <summary>The line of each row, from 0.</summary>
    public int[] Lines { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>How many cells hold text, a column.</summary>
    public int[] Texts { get; private init; } = [];

    /// <summary>How many cells hold a word for a missing value, a column.</summary>
    public int[] Missing { get; private init; } = [];

    /// <summary>The line of the first cell that is text where a number is due, a column, from 0; −1 where there is none.</summary>
    public int[] FirstTextLine { get; private init; } = [];

    /// <summary>How many of the text cells are numbers with the other decimal mark, a column.</summary>
    public int[] OtherMarks { get; private init; } = [];

    /// <summary>Rows with a word for a missing value: the first of them, from 0; −1 where there is none.</summary>
    public int FirstMissingLine { get; private init; } = -1;

    /// <summary>What was read and how: the columns in this order, from 0, and the first and last line, from 0; no last line where the rows were limited.</summary>
    private (Dialect Dialect, int[] Wanted, int First, int Last) Extent { get; init; }

    /// <summary>True where these are all rows of those lines and those columns.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="firstLine">The first line, from 0.</param>
    /// <param name="lastLine">The last line, from 0.</param>
    /// <param name="wanted">The columns, from 0.</param>
    public bool Are(Dialect dialect, int firstLine, int lastLine, List<int> wanted) =>
        Extent.Dialect == dialect && Extent.First == firstLine && Extent.Last == lastLine && wanted.SequenceEqual(Extent.Wanted);

    /// <summary>Reads the columns.</summary>
    /// <param name="document">The file.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="firstLine">The first line, from 0.</param>
    /// <param name="lastLine">The last line, from 0.</param>
    /// <param name="wanted">The columns, from 0.</param>
    /// <param name="maximumRows">No more rows than this.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static BlockValues Read(
        TextDocument document,
        Dialect dialect,
        int firstLine,
        int lastLine,
        IReadOnlyList<int> wanted,
        int maximumRows,
        CancellationToken cancellationToken)
    {
        var lines = lastLine - firstLine + 1;
        var made = new Builder(wanted, Math.Min(lines, maximumRows), dialect);
        if (QuotedRows.AreThere(document, dialect, firstLine, lastLine))
            ReadQuoted(document, dialect, firstLine, lastLine, made, cancellationToken);
        else
            ReadPlain(document, dialect, firstLine, lastLine, made, cancellationToken);
        return made.Build(dialect, firstLine, lines <= maximumRows ? lastLine : -1);
    }

    private static void ReadPlain(
        TextDocument document, Dialect dialect, int firstLine, int lastLine, Builder made, CancellationToken cancellationToken)
    {
        var row = new RowCells(dialect);
        for (var i = firstLine; i <= lastLine && !made.IsFull; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var line = document.Line(i);
            if (line.IsEmpty || made.TryAddBare(line, i))
                continue;
            var cells = row.Split(line);
            for (var k = 0; k < made.Wanted.Length; k++)
                made.Set(k, made.Wanted[k] < cells ? row.Cell(line, made.Wanted[k]) : default, i);
            made.EndRow(i);
        }
    }

    private static void ReadQuoted(
        TextDocument document, Dialect dialect, int firstLine, int lastLine, Builder made, CancellationToken cancellationToken)
    {
        using var rows = QuotedRows.Open(document, dialect, firstLine, lastLine);
        while (!made.IsFull && rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = firstLine + (int)rows.LineNumber - 1;
            for (var k = 0; k < made.Wanted.Length; k++)
                made.Set(k, made.Wanted[k] < rows.FieldCount ? rows.GetSpan(made.Wanted[k]).Trim(" \t\0"u8) : default, line);
            made.EndRow(line);
        }
    }

    /// <summary>Takes in cells, row after row.</summary>
    private sealed class Builder
    {
        private const int MostColumns = 4096;
        private readonly double[][] _columns;
        private readonly int[] _lines;
        private readonly int[] _texts;
        private readonly int[] _missing;
        private readonly int[] _firstText;
        private readonly int[] _otherMarks;
        private readonly DecimalMark _mark;
        private readonly byte _separator;
        private readonly byte _decimal;
        private readonly int[] _slots = [];
        private int _rows;
        private int _numbers;
        private int _firstMissing = -1;

        public Builder(IReadOnlyList<int> wanted, int capacity, Dialect dialect)
        {
            Wanted = [.. wanted];
            _mark = dialect.Mark;
            _separator = PlainNumbers.Separator(dialect);
            _decimal = _mark == DecimalMark.Comma ? (byte)',' : (byte)'.';
            _columns = new double[Wanted.Length][];
            for (var k = 0; k < _columns.Length; k++)
                _columns[k] = new double[capacity];
            _lines = new int[capacity];
            _texts = new int[Wanted.Length];
            _missing = new int[Wanted.Length];
            _otherMarks = new int[Wanted.Length];
            _firstText = new int[Wanted.Length];
            Array.Fill(_firstText, -1);
            if (PlainNumbers.CanRead(dialect) && Wanted.Length > 0 && Wanted.Min() >= 0 && Wanted.Max() < MostColumns && Wanted.Distinct().Count() == Wanted.Length)
            {
                _slots = new int[Wanted.Max() + 1];
                Array.Fill(_slots, -1);
                for (var k = 0; k < Wanted.Length; k++)
                    _slots[Wanted[k]] = k;
            }
        }

        public int[] Wanted { get; }

        public bool IsFull => _rows == _lines.Length;

        /// <summary>Takes in a row of plain numbers; false, and nothing taken in, where a cell up to the last wanted one is none.</summary>
        [MethodImpl(HotPath.Compiled)]
        public bool TryAddBare(ReadOnlySpan<byte> line, int number)
        {
            if (_slots.Length == 0)
                return false;
            var at = PlainNumbers.Begin(line, _separator);
            for (var c = 0; c < _slots.Length; c++)
            {
                if (!PlainNumbers.TryRead(line, ref at, _decimal, out var value) || !PlainNumbers.TryGoOn(line, ref at, _separator, out var isEnd)
                    || (isEnd && c + 1 < _slots.Length))
                {
                    return false;
                }

                if (_slots[c] >= 0)
                    _columns[_slots[c]][_rows] = value;
            }

            _lines[_rows++] = number;
            return true;
        }

        public void Set(int k, ReadOnlySpan<byte> cell, int line)
        {
            switch (NumericCell.Classify(cell, _mark, out _columns[k][_rows]))
            {
                case CellKind.Number:
                    _numbers++;
                    break;
                case CellKind.Missing:
                    _missing[k]++;
                    if (_firstMissing < 0)
                        _firstMissing = line;
                    break;
                case CellKind.Text:
                    _texts[k]++;
                    if (_firstText[k] < 0)
                        _firstText[k] = line;
                    if (NumericCell.Classify(cell, _mark == DecimalMark.Comma ? DecimalMark.Point : DecimalMark.Comma, out _) == CellKind.Number)
                        _otherMarks[k]++;
                    break;
            }
        }

        /// <summary>Keeps the row, where it has a number.</summary>
        public void EndRow(int line)
        {
            if (_numbers > 0)
                _lines[_rows++] = line;
            _numbers = 0;
        }

        public BlockValues Build(Dialect dialect, int firstLine, int lastLine)
        {
            var lines = _lines;
            if (_rows < lines.Length)
            {
                for (var k = 0; k < _columns.Length; k++)
                    Array.Resize(ref _columns[k], _rows);
                Array.Resize(ref lines, _rows);
            }

            return new BlockValues(_columns, lines, _rows)
            {
                Extent = (dialect, Wanted, firstLine, lastLine),
                Texts = _texts,
                Missing = _missing,
                FirstTextLine = _firstText,
                OtherMarks = _otherMarks,
                FirstMissingLine = _firstMissing,
            };
        }
    }
}
