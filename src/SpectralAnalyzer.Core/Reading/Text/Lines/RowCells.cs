using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>Splits one line into cells at a time, without allocations.</summary>
internal sealed class RowCells
{
    private const int LongLine = 1 << 14;

    private readonly Dialect _dialect;
    private readonly byte _separator;
    private int[] _start = new int[16];
    private int[] _length = new int[16];

    internal RowCells(Dialect dialect)
    {
        _dialect = dialect;
        _separator = dialect.Separator;
    }

    /// <summary>Gets the number of cells, empty ones included.</summary>
    internal int Count { get; private set; }

    /// <summary>Returns a cell of the line that was split last.</summary>
    internal ReadOnlySpan<byte> Cell(ReadOnlySpan<byte> line, int index) => line.Slice(_start[index], _length[index]);

    /// <summary>Releases the memory that a very long line took.</summary>
    internal void ReleaseLongLines()
    {
        if (_start.Length > LongLine)
            (_start, _length, Count) = (new int[16], new int[16], 0);
    }

    /// <summary>Splits a line. Quotes and blanks around a cell are removed.</summary>
    internal int Split(ReadOnlySpan<byte> line)
    {
        Count = 0;
        switch (_dialect.Delimiter)
        {
            case Delimiter.None:
                Add(line, 0, line.Length);
                break;
            case Delimiter.Blanks:
                SplitBlanks(line);
                break;
            default:
                if (line.IndexOf((byte)'"') >= 0)
                    SplitQuoted(line);
                else
                    SplitPlain(line);
                if (_dialect is { Delimiter: Delimiter.Comma, Mark: DecimalMark.Comma })
                    JoinDecimals(line);
                break;
        }

        return Count;
    }

    [MethodImpl(HotPath.Compiled)]
    private void SplitPlain(ReadOnlySpan<byte> line)
    {
        var from = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != _separator)
                continue;
            Add(line, from, i);
            from = i + 1;
        }

        Add(line, from, line.Length);
    }

    [MethodImpl(HotPath.Compiled)]
    private void SplitBlanks(ReadOnlySpan<byte> line)
    {
        var i = 0;
        while (true)
        {
            while (i < line.Length && line[i] is (byte)' ' or (byte)'\t')
                i++;
            if (i >= line.Length)
                return;
            var close = line[i] == '"' ? ClosingQuote(line, i + 1) : -1;
            var from = close < 0 ? i : i + 1;
            i = close < 0 ? i : close + 1;
            while (i < line.Length && line[i] is not ((byte)' ' or (byte)'\t'))
                i++;
            Add(line, from, close < 0 ? i : close);
        }
    }

    private void SplitQuoted(ReadOnlySpan<byte> line)
    {
        var i = 0;
        while (true)
        {
            var from = i;
            while (i < line.Length && line[i] is (byte)' ')
                i++;
            var close = i < line.Length && line[i] == '"' ? ClosingQuote(line, i + 1) : -1;
            if (close >= 0)
            {
                Add(line, i + 1, close);
                i = close + 1;
                while (i < line.Length && line[i] != _separator)
                    i++;
            }
            else
            {
                i = from;
                while (i < line.Length && line[i] != _separator)
                    i++;
                Add(line, from, i);
            }

            if (i >= line.Length)
                return;
            i++;
        }
    }

    /// <summary>Returns the position of the closing quote, or −1: some instruments write a lone quote before a title.</summary>
    private int ClosingQuote(ReadOnlySpan<byte> line, int from)
    {
        for (var i = from; i < line.Length; i++)
        {
            if (line[i] != '"')
                continue;
            if (i + 1 < line.Length && line[i + 1] == '"')
            {
                i++;
                continue;
            }

            var next = i + 1;
            while (next < line.Length && line[next] == ' ')
                next++;
            if (next >= line.Length || line[next] == _separator || (_separator == 0 && (next > i + 1 || line[next] == '\t')))
                return i;
        }

        return -1;
    }

    /// <summary>Joins an unquoted whole number and the digits after it, where the comma is delimiter and decimal mark.</summary>
    private void JoinDecimals(ReadOnlySpan<byte> line)
    {
        var made = 0;
        for (var i = 0; i < Count; i++)
        {
            var start = _start[i];
            var end = start + _length[i];
            if (i + 1 < Count && end < line.Length && line[end] == ',' && _start[i + 1] == end + 1
                && IsInteger(line[start..end], true) && IsInteger(line.Slice(_start[i + 1], _length[i + 1]), false))
            {
                end = _start[i + 1] + _length[i + 1];
                i++;
            }

            _start[made] = start;
            _length[made++] = end - start;
        }

        Count = made;
    }

    private static bool IsInteger(ReadOnlySpan<byte> cell, bool signed)
    {
        if (signed && cell.Length > 1 && cell[0] is (byte)'-' or (byte)'+')
            cell = cell[1..];
        if (!signed)
        {
            var e = cell.IndexOfAny((byte)'e', (byte)'E');
            if (e > 0)
                cell = cell[..e];
        }

        return !cell.IsEmpty && cell.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    private void Add(ReadOnlySpan<byte> line, int from, int to)
    {
        while (from < to && line[from] is (byte)' ' or (byte)'\t' or 0)
            from++;
        while (to > from && line[to - 1] is (byte)' ' or (byte)'\t' or 0)
            to--;
        if (Count == _start.Length)
        {
            Array.Resize(ref _start, Count * 2);
            Array.Resize(ref _length, Count * 2);
        }

        _start[Count] = from;
        _length[Count++] = to - from;
    }
}
