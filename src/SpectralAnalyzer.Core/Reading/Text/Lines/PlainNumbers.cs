using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>Reads lines of plain numbers straight from their bytes, as nearly all rows are. It allocates nothing.</summary>
internal static class PlainNumbers
{
    private const int LongestCell = 64;

    /// <summary>Returns whether lines of a dialect can be read so.</summary>
    internal static bool CanRead(Dialect dialect) =>
        dialect.Delimiter == Delimiter.Blanks
            || (dialect.Separator != 0 && dialect is not { Delimiter: Delimiter.Comma, Mark: DecimalMark.Comma });

    /// <summary>Returns the byte between numbers; a blank means any number of blanks.</summary>
    internal static byte Separator(Dialect dialect) => dialect.Delimiter == Delimiter.Blanks ? (byte)' ' : dialect.Separator;

    /// <summary>Counts the cells of a line and their bytes; false where a cell is not a plain number.</summary>
    [MethodImpl(HotPath.Compiled)]
    internal static bool TryCount(ReadOnlySpan<byte> line, byte separator, byte mark, out int count, out int numberBytes)
    {
        (count, numberBytes) = (0, 0);
        int at = Begin(line, separator), cells = 0, bytes = 0;
        while (true)
        {
            var from = at;
            if (!TrySkip(line, ref at, mark) || at - from > LongestCell)
                return false;
            cells++;
            bytes += at - from;
            if (!TryGoOn(line, ref at, separator, out var isEnd))
                return false;
            if (isEnd)
                break;
        }

        (count, numberBytes) = (cells, bytes);
        return true;
    }

    /// <summary>Moves from the end of a number to the next cell; false where anything but a delimiter follows it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryGoOn(ReadOnlySpan<byte> line, ref int at, byte separator, out bool isEnd)
    {
        isEnd = at == line.Length;
        if (isEnd)
            return true;
        if (line[at] == separator && at + 1 < line.Length && line[at + 1] > ' ')
        {
            at++;
            return true;
        }

        var next = OverBlanks(line, at, separator);
        // a delimiter at the end has an empty cell behind it
        isEnd = next == line.Length && (separator == ' ' || line[at..].IndexOf(separator) < 0);
        at = next;
        return next >= 0;
    }

    // returns where the next cell begins: the length of the line where nothing follows, −1 where anything else follows
    private static int OverBlanks(ReadOnlySpan<byte> line, int at, byte separator)
    {
        var next = SkipBlanks(line, at, separator);
        if (next == line.Length || (separator == ' ' && next > at))
            return next;
        return line[next] == separator ? SkipBlanks(line, next + 1, separator) : -1;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> line, int at, byte separator)
    {
        while (at < line.Length && (line[at] == ' ' || (line[at] == '\t' && separator != '\t')))
            at++;
        return at;
    }

    /// <summary>Returns where the first cell of a line begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Begin(ReadOnlySpan<byte> line, byte separator) =>
        line.IsEmpty || line[0] is not ((byte)' ' or (byte)'\t') ? 0 : SkipBlanks(line, 0, separator);

    /// <summary>Reads a number whose digits are exact in one division or multiplication (Clinger, 1990).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryRead(ReadOnlySpan<byte> line, ref int at, byte mark, out double value)
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
        var power = -decimals;
        if (i < line.Length && (line[i] | 0x20) == 'e')
        {
            // copies: the address of what is passed by reference would keep it out of the registers
            int end = i, whole = power;
            if (!TryAddExponent(line, ref end, ref whole))
                return false;
            (i, power) = (end, whole);
        }

        value = power <= 0 ? mantissa / NumericCell.PowersOfTen[-power] : mantissa * NumericCell.PowersOfTen[power];
        if (isNegative)
            value = -value;
        at = i;
        return true;
    }

    private static bool TryAddExponent(ReadOnlySpan<byte> line, ref int at, ref int power)
    {
        var i = at + 1;
        var isNegative = i < line.Length && line[i] == '-';
        if (i < line.Length && line[i] is (byte)'-' or (byte)'+')
            i++;
        var exponent = 0;
        var from = i;
        for (; i < line.Length && i - from < 3 && (uint)(line[i] - '0') <= 9; i++)
            exponent = (exponent * 10) + line[i] - '0';
        power += isNegative ? -exponent : exponent;
        at = i;
        return i > from && power is >= -22 and <= 22;
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
