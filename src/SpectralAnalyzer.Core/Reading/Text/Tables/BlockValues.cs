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

    /// <summary>Gets how many cells of each column are empty or not there, and the line of the last, from 0.</summary>
    internal (int Count, int LastLine)[] Empty { get; private init; } = [];

    /// <summary>Gets the line of the first cell of each column that holds text, from 0; −1 where there is none.</summary>
    internal int[] FirstTextLine { get; private init; } = [];

    /// <summary>Gets how many of the text cells of each column are numbers with the other decimal mark.</summary>
    internal int[] OtherMarks { get; private init; } = [];

    /// <summary>Gets the first line with a word for a missing value, from 0; −1 where there is none.</summary>
    internal int FirstMissingLine { get; private init; } = -1;

    /// <summary>Gets the first line without x, but for ranges at the ends, from 0; −1 where there is none.</summary>
    internal int FirstLineWithoutX { get; private init; } = -1;

    /// <summary>The columns and lines that were read, from 0; the last line is −1 where the rows were limited.</summary>
    private (int[] Wanted, int First, int Last) Extent { get; init; }

    /// <summary>Returns true where these are all rows of those lines and those columns.</summary>
    internal bool Are(int firstLine, int lastLine, List<int> wanted) =>
        Extent.First == firstLine && Extent.Last == lastLine && wanted.SequenceEqual(Extent.Wanted);

    /// <summary>Reads columns of a range of lines; all numbers are from 0.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstLine">The first line.</param>
    /// <param name="lastLine">The last line.</param>
    /// <param name="skipped">The lines among them that are not read.</param>
    /// <param name="wanted">The columns.</param>
    /// <param name="maximumRows">The most rows to read.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    internal static BlockValues Read(
        DelimitedText text, int firstLine, int lastLine, IReadOnlySet<int> skipped, IReadOnlyList<int> wanted, int maximumRows,
        CancellationToken cancellationToken)
    {
        var lines = lastLine - firstLine + 1;
        var made = new Builder(wanted, Math.Min(lines, maximumRows), text.Dialect, skipped);
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
            if (line.IsEmpty || made.IsSkipped(i) || made.TryAddBare(line, i))
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
            if (made.IsSkipped(line))
                continue;
            for (var k = 0; k < made.Wanted.Length; k++)
                made.Set(k, made.Wanted[k] < rows.FieldCount ? rows.GetSpan(made.Wanted[k]).Trim(" \t\0"u8) : default, line);
            made.EndRow(line);
        }
    }

    /// <summary>Collects cells, row after row.</summary>
    private sealed class Builder
    {
        private const int MostColumns = 4096;
        private const int MostAtAnEnd = 3;
        private readonly double[][] _columns;
        private readonly int[] _lines;
        private readonly int[] _texts;
        private readonly int[] _missing;
        private readonly (int Count, int LastLine)[] _empty;
        private readonly int[] _firstText;
        private readonly int[] _otherMarks;
        private readonly DecimalMark _mark;
        private readonly byte _separator;
        private readonly byte _decimal;
        private readonly int[] _slots = [];
        private readonly IReadOnlySet<int> _skipped;
        private readonly bool _hasSkipped;
        private int _rows;
        private int _numbers;
        private int _firstMissing = -1;
        private readonly List<(int Row, int Line)> _withoutX = [];
        private readonly List<GroupedNumber>?[] _grouped;

        internal Builder(IReadOnlyList<int> wanted, int capacity, Dialect dialect, IReadOnlySet<int> skipped)
        {
            _skipped = skipped;
            _hasSkipped = skipped.Count > 0;
            Wanted = [.. wanted];
            _mark = dialect.Mark;
            _separator = PlainNumbers.Separator(dialect);
            _decimal = _mark == DecimalMark.Comma ? (byte)',' : (byte)'.';
            _columns = new double[Wanted.Length][];
            for (var k = 0; k < _columns.Length; k++)
                _columns[k] = new double[capacity];
            _lines = new int[capacity];
            _texts = new int[Wanted.Length];
            _grouped = new List<GroupedNumber>?[Wanted.Length];
            _missing = new int[Wanted.Length];
            _empty = new (int, int)[Wanted.Length];
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

        internal bool IsSkipped(int line) => _hasSkipped && _skipped.Contains(line);

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
                    if (NumericCell.IsGrouped(cell, _mark))
                        (_grouped[k] ??= []).Add(new GroupedNumber(_rows, line, cell.IndexOf(_decimal) >= 0));
                    break;
                case CellKind.Empty when k == 0:
                    _withoutX.Add((_rows, line));
                    break;
                case CellKind.Empty:
                    _empty[k] = (_empty[k].Count + 1, line);
                    break;
                case CellKind.Missing:
                    if (k == 0)
                        _withoutX.Add((_rows, line));
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

        /// <summary>Takes numbers with thousands separators for text, where the others of their column have none.</summary>
        private void CheckGroups(int k)
        {
            if (_grouped[k] is not { } grouped)
                return;
            var column = _columns[k].AsSpan(0, _rows);
            var rows = grouped.ConvertAll(g => g.Row).ToHashSet();
            int plain = 0, withDecimals = 0, long4 = 0;
            for (var r = 0; r < column.Length; r++)
            {
                if (double.IsNaN(column[r]) || rows.Contains(r))
                    continue;
                plain++;
                withDecimals += column[r] != Math.Floor(column[r]) ? 1 : 0;
                long4 += Math.Abs(column[r]) >= 1000 ? 1 : 0;
            }

            foreach (var (row, line, hasDecimals) in grouped)
            {
                if (row >= column.Length || grouped.Count * 5 > plain
                    || (long4 == 0 && (hasDecimals || withDecimals * 2 < plain)))
                    continue;
                column[row] = double.NaN;
                _texts[k]++;
                _otherMarks[k]++;
                if (_firstText[k] < 0 || line < _firstText[k])
                    _firstText[k] = line;
            }
        }

        /// <summary>Returns the first line without x, but for ranges at the ends; −1 where there is none.</summary>
        private int FirstLineWithoutX()
        {
            if (_withoutX.Count == 0)
                return -1;
            var x = _columns[0].AsSpan(0, _rows);
            int first = x.IndexOfAnyInRange(double.MinValue, double.MaxValue),
                last = x.LastIndexOfAnyInRange(double.MinValue, double.MaxValue);
            // instruments leave whole ranges of pixels without x, at the ends
            if (_withoutX.Count(row => row.Row < first) > MostAtAnEnd || _withoutX.Count(row => row.Row > last) > MostAtAnEnd)
                _withoutX.RemoveAll(row => row.Row < first || row.Row > last);
            var found = _withoutX.FindIndex(row => row.Row < _rows && _lines[row.Row] == row.Line);
            return found < 0 ? -1 : _withoutX[found].Line;
        }

        internal BlockValues Build(int firstLine, int lastLine)
        {
            var lines = _lines;
            for (var k = 0; k < _columns.Length; k++)
                CheckGroups(k);
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
                Empty = _empty,
                FirstTextLine = _firstText,
                OtherMarks = _otherMarks,
                FirstMissingLine = _firstMissing,
                FirstLineWithoutX = FirstLineWithoutX(),
            };
        }
    }

    /// <summary>A number with thousands separators.</summary>
    private readonly record struct GroupedNumber(int Row, int Line, bool HasDecimals);
}
