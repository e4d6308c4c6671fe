using System.Runtime.CompilerServices;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>The numbers of some columns of a range of lines.</summary>
internal sealed class BlockValues
{
    private BlockValues(double[][] columns, int[] lines, int rows) => (Columns, Lines, Rows) = (columns, lines, rows);

    /// <summary>Gets the columns, each with one value for each row, NaN where there is no number.</summary>
    internal double[][] Columns { get; }

    /// <summary>Gets the line of each row, from 0.</summary>
    internal int[] Lines { get; }

    internal int Rows { get; }

    /// <summary>Gets how many cells of each column hold text.</summary>
    internal int[] Texts { get; private init; } = [];

    /// <summary>Gets how many cells of each column hold a word for a missing value.</summary>
    internal int[] Missing { get; private init; } = [];

    /// <summary>Gets the line of the first cell of each column that holds text, from 0; −1 where there is none.</summary>
    internal int[] FirstTextLine { get; private init; } = [];

    /// <summary>Gets how many of the text cells of each column are numbers with the other decimal mark.</summary>
    internal int[] OtherMarks { get; private init; } = [];

    /// <summary>Gets the first line with a word for a missing value, from 0; −1 where there is none.</summary>
    internal int FirstMissingLine { get; private init; } = -1;

    /// <summary>The columns and lines that were read, from 0; the last line is −1 where the rows were limited.</summary>
    private (int[] Wanted, int First, int Last) Extent { get; init; }

    /// <summary>Returns true where these are all rows of those lines and those columns.</summary>
    internal bool Are(int firstLine, int lastLine, List<int> wanted) =>
        Extent.First == firstLine && Extent.Last == lastLine && wanted.SequenceEqual(Extent.Wanted);

    /// <summary>Reads columns of a range of lines; all numbers are from 0.</summary>
    internal static BlockValues Read(
        DelimitedText text, int firstLine, int lastLine, IReadOnlyList<int> wanted, int maximumRows,
        CancellationToken cancellationToken)
    {
        var lines = lastLine - firstLine + 1;
        var made = new Builder(wanted, Math.Min(lines, maximumRows), text.Dialect);
        if (QuotedRows.AreThere(text, firstLine, lastLine))
            ReadQuoted(text, firstLine, lastLine, made, cancellationToken);
        else
            ReadPlain(text, firstLine, lastLine, made, cancellationToken);
        return made.Build(firstLine, lines <= maximumRows ? lastLine : -1);
    }

    private static void ReadPlain(
        DelimitedText text, int firstLine, int lastLine, Builder made, CancellationToken cancellationToken)
    {
        for (var i = firstLine; i <= lastLine && !made.IsFull; i++)
        {
            if ((i & 0xFFF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var line = text.Line(i);
            if (line.IsEmpty || made.TryAddBare(line, i))
                continue;
            var row = text.Split(line);
            for (var k = 0; k < made.Wanted.Length; k++)
                made.Set(k, made.Wanted[k] < row.Count ? row[made.Wanted[k]] : default, i);
            made.EndRow(i);
        }
    }

    private static void ReadQuoted(
        DelimitedText text, int firstLine, int lastLine, Builder made, CancellationToken cancellationToken)
    {
        using var rows = QuotedRows.Open(text, firstLine, lastLine);
        while (!made.IsFull && rows.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var line = firstLine + (int)rows.LineNumber - 1;
            for (var k = 0; k < made.Wanted.Length; k++)
                made.Set(k, made.Wanted[k] < rows.FieldCount ? rows.GetSpan(made.Wanted[k]).Trim(" \t\0"u8) : default, line);
            made.EndRow(line);
        }
    }

    /// <summary>Collects cells, row after row.</summary>
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

        internal Builder(IReadOnlyList<int> wanted, int capacity, Dialect dialect)
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
            if (PlainNumbers.CanRead(dialect) && Wanted.Length > 0 && Wanted.Min() >= 0 && Wanted.Max() < MostColumns
                && Wanted.Distinct().Count() == Wanted.Length)
            {
                _slots = new int[Wanted.Max() + 1];
                Array.Fill(_slots, -1);
                for (var k = 0; k < Wanted.Length; k++)
                    _slots[Wanted[k]] = k;
            }
        }

        internal int[] Wanted { get; }

        internal bool IsFull => _rows == _lines.Length;

        /// <summary>Adds a row of plain numbers; adds nothing and returns false where a cell is not plain.</summary>
        [MethodImpl(HotPath.Compiled)]
        internal bool TryAddBare(ReadOnlySpan<byte> line, int number)
        {
            if (_slots.Length == 0)
                return false;
            var at = PlainNumbers.Begin(line, _separator);
            for (var c = 0; c < _slots.Length; c++)
            {
                if (!PlainNumbers.TryRead(line, ref at, _decimal, out var value)
                    || !PlainNumbers.TryGoOn(line, ref at, _separator, out var isEnd)
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

        internal void Set(int k, ReadOnlySpan<byte> cell, int line)
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
                    var other = _mark == DecimalMark.Comma ? DecimalMark.Point : DecimalMark.Comma;
                    if (NumericCell.Classify(cell, other, out _) == CellKind.Number)
                        _otherMarks[k]++;
                    break;
            }
        }

        /// <summary>Keeps the row if it has a number.</summary>
        internal void EndRow(int line)
        {
            if (_numbers > 0)
                _lines[_rows++] = line;
            _numbers = 0;
        }

        internal BlockValues Build(int firstLine, int lastLine)
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
                Extent = (Wanted, firstLine, lastLine),
                Texts = _texts,
                Missing = _missing,
                FirstTextLine = _firstText,
                OtherMarks = _otherMarks,
                FirstMissingLine = _firstMissing,
            };
        }
    }
}
