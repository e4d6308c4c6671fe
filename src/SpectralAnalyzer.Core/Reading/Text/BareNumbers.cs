using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Reading.Text;

/// <summary>Reads lines of plain numbers with a delimiter of one sign straight from their bytes, as nearly all rows are; any other line is left to <see cref="RowCells"/>.</summary>
internal static class BareNumbers
{
    private const int LongestCell = 64;

    /// <summary>The shape of a line whose cells are all plain numbers; false where one is not.</summary>
    [MethodImpl(HotPath.Compiled)]
    public static bool TryShape(ReadOnlySpan<byte> line, Dialect dialect, ref LineShape shape)
    {
        var separator = dialect.Separator;
        byte mark = dialect.Mark == DecimalMark.Comma ? (byte)',' : (byte)'.';
        if (separator == 0 || separator == mark)
            return false;
        int at = 0, cells = 0, bytes = 0;
        while (true)
        {
            var from = at;
            if (!TrySkip(line, ref at, mark) || at - from > LongestCell)
                return false;
            cells++;
            bytes += at - from;
            if (at == line.Length)
                break;
            if (line[at++] != separator)
                return false;
        }

        shape.RawCells = shape.Cells = shape.Numbers = cells;
        shape.NumericBytes = shape.ContentBytes = bytes;
        shape.NumberMask = cells >= 64 ? ulong.MaxValue : (1UL << cells) - 1;
        return true;
    }

    /// <summary>Reads a number of few enough digits to be exact in one division (Clinger, 1990), and stops behind it.</summary>
    /// <param name="line">The line.</param>
    /// <param name="at">Where the cell begins; then where the number ends.</param>
    /// <param name="mark">What stands before the decimals.</param>
    /// <param name="value">The number.</param>
    /// <returns>False where the cell does not begin so.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead(ReadOnlySpan<byte> line, ref int at, byte mark, out double value)
    {
        value = double.NaN;
        var i = at;
        var isNegative = i < line.Length && line[i] == '-';
        if (isNegative)
            i++;
        var from = i;
        ulong mantissa = 0;
        uint digit;
        while (i < line.Length && (digit = (uint)(line[i] - '0')) <= 9)
        {
            mantissa = mantissa * 10 + digit;
            i++;
        }

        var digits = i - from;
        var decimals = 0;
        if (i < line.Length && line[i] == mark)
        {
            var point = i++;
            while (i < line.Length && (digit = (uint)(line[i] - '0')) <= 9)
            {
                mantissa = mantissa * 10 + digit;
                i++;
            }

            decimals = i - point - 1;
            digits += decimals;
        }

        if (digits is 0 or > 19 || mantissa > NumericCell.LargestExactInteger)
            return false;
        value = mantissa / NumericCell.PowersOfTen[decimals];
        if (isNegative)
            value = -value;
        at = i;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TrySkip(ReadOnlySpan<byte> line, ref int at, byte mark)
    {
        var i = at;
        if (i < line.Length && line[i] is (byte)'-' or (byte)'+')
            i++;
        var digits = SkipDigits(line, ref i);
        if (i < line.Length && line[i] == mark)
        {
            i++;
            digits += SkipDigits(line, ref i);
        }

        if (digits == 0)
            return false;
        if (i < line.Length && line[i] is (byte)'e' or (byte)'E')
        {
            i++;
            if (i < line.Length && line[i] is (byte)'-' or (byte)'+')
                i++;
            // two digits after at most 64 others cannot overflow
            if (SkipDigits(line, ref i) is 0 or > 2)
                return false;
        }

        at = i;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipDigits(ReadOnlySpan<byte> line, ref int at)
    {
        var from = at;
        while (at < line.Length && (uint)(line[at] - '0') <= 9)
            at++;
        return at - from;
    }
}
