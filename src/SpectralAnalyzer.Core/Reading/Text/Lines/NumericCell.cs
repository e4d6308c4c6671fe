using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SpectralAnalyzer.Core.Reading.Text.Lines;

/// <summary>Parses one cell from its bytes to the same value as <see cref="double.Parse(string)"/>.</summary>
internal static class NumericCell
{
    /// <summary>The limit up to which every whole number is a double.</summary>
    internal const ulong LargestExactInteger = 1UL << 53;

    /// <summary>The powers of ten that are doubles.</summary>
    internal static readonly double[] PowersOfTen =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
            1e21, 1e22];

    private static readonly HashSet<string> s_missingWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "nan", "na", "n/a", "#n/a", "#na", "null", "nil", "none", "inf", "+inf", "-inf", "infinity", "-infinity", "-", "--",
        "---", "----",
        "over", "ovf", "ovr", "ovrflw", "overflow", "out", "sat", "missing", "1.#ind", "-1.#ind", "1.#qnan", "-1.#qnan",
        "1.#inf", "-1.#inf",
        "1.#io", "-1.#io", "#num!", "#value!", "#div/0!", "#ref!", "-nan", "-nan(ind)", "nan(ind)", "*", "?", "n.d.", "nd", "∞",
        "-∞",
    };

    /// <summary>Returns what a cell without surrounding blanks holds, and its number or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static CellKind Classify(ReadOnlySpan<byte> cell, DecimalMark mark, out double value)
    {
        if (cell.IsEmpty)
        {
            value = double.NaN;
            return CellKind.Empty;
        }

        if (TryParse(cell, mark == DecimalMark.Comma ? (byte)',' : (byte)'.', out value))
            return CellKind.Number;
        return ClassifyOther(cell, mark, out value);
    }

    /// <summary>Returns true for a number with thousands separators.</summary>
    internal static bool IsGrouped(ReadOnlySpan<byte> number, DecimalMark mark)
    {
        var separators = mark == DecimalMark.Comma ? ". '"u8 : ", '"u8;
        return number.IndexOfAny(separators) > 0 || number.IndexOfAny((byte)0xC2, (byte)0xE2) > 0;
    }

    private static CellKind ClassifyOther(ReadOnlySpan<byte> cell, DecimalMark mark, out double value)
    {
        value = double.NaN;
        if (cell.Length > 64)
            return CellKind.Text;
        if (IsMissing(cell))
            return CellKind.Missing;
        Span<byte> plain = stackalloc byte[64];
        var length = Simplify(cell, mark, plain);
        if (length > 0 && TryParse(plain[..length], (byte)'.', out value))
            return CellKind.Number;
        value = double.NaN;
        return CellKind.Text;
    }

    [MethodImpl(HotPath.Compiled)]
    private static bool TryParse(ReadOnlySpan<byte> cell, byte mark, out double value)
    {
        value = double.NaN;
        var i = 0;
        var negative = false;
        if (cell[0] is (byte)'-' or (byte)'+')
        {
            negative = cell[0] == (byte)'-';
            i = 1;
        }

        ulong mantissa = 0;
        int digits = 0, significant = 0, decimals = 0;
        for (; i < cell.Length; i++)
        {
            var digit = (uint)(cell[i] - '0');
            if (digit > 9)
                break;
            digits++;
            if (significant > 0 || digit > 0)
                significant++;
            if (significant <= 19)
                mantissa = mantissa * 10 + digit;
        }

        if (i < cell.Length && cell[i] == mark)
        {
            for (i++; i < cell.Length; i++)
            {
                var digit = (uint)(cell[i] - '0');
                if (digit > 9)
                    break;
                digits++;
                decimals++;
                if (significant > 0 || digit > 0)
                    significant++;
                if (significant <= 19)
                    mantissa = mantissa * 10 + digit;
            }
        }

        if (digits == 0)
            return false;
        var exponent = 0;
        if (i < cell.Length)
        {
            if ((cell[i] | 0x20) is not ('e' or 'd'))
                return false;
            i++;
            var minus = false;
            if (i < cell.Length && cell[i] is (byte)'-' or (byte)'+')
            {
                minus = cell[i] == (byte)'-';
                i++;
            }

            var from = i;
            for (; i < cell.Length; i++)
            {
                var digit = (uint)(cell[i] - '0');
                if (digit > 9)
                    return false;
                if (exponent < 100_000)
                    exponent = exponent * 10 + (int)digit;
            }

            if (i == from)
                return false;
            if (minus)
                exponent = -exponent;
        }

        var power = exponent - decimals;
        if (significant <= 19 && mantissa <= LargestExactInteger && power is >= -22 and <= 22)
        {
            value = power < 0 ? mantissa / PowersOfTen[-power] : mantissa * PowersOfTen[power];
            if (negative)
                value = -value;
            return true;
        }

        value = ParseSlowly(cell, mark);
        return double.IsFinite(value);
    }

    private static double ParseSlowly(ReadOnlySpan<byte> cell, byte mark)
    {
        var plain = cell.Length <= 256 ? stackalloc byte[cell.Length] : new byte[cell.Length];
        for (var i = 0; i < cell.Length; i++)
        {
            var c = cell[i];
            plain[i] = c == mark ? (byte)'.' : (c | 0x20) == 'd' ? (byte)'E' : c;
        }

        return double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN;
    }

    private static bool IsMissing(ReadOnlySpan<byte> cell)
    {
        if (cell.Length > 12)
            return cell.IndexOfAnyExcept((byte)'*', (byte)'-', (byte)'#') < 0;
        if (cell.IndexOfAnyExcept((byte)'*') < 0 || cell.IndexOfAnyExcept((byte)'#') < 0)
            return cell.Length > 1 || cell[0] == '*';
        if (cell.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0 && cell.IndexOf((byte)'#') < 0)
            return false;
        return s_missingWords.Contains(Encoding.UTF8.GetString(cell));
    }

    /// <summary>Removes thousands separators, a Unicode minus and a percent sign; 0 where no number can remain.</summary>
    [MethodImpl(HotPath.Compiled)]
    private static int Simplify(ReadOnlySpan<byte> cell, DecimalMark mark, Span<byte> plain)
    {
        if (cell[^1] == '%')
            cell = cell[..^1].TrimEnd((byte)' ');
        var length = 0;
        var negative = false;
        if (cell.StartsWith("−"u8))
        {
            negative = true;
            cell = cell[3..];
        }
        else if (cell.Length > 0 && cell[0] is (byte)'-' or (byte)'+')
        {
            negative = cell[0] == '-';
            cell = cell[1..].TrimStart((byte)' ');
        }

        if (cell.IsEmpty || cell[0] is (byte)'-' or (byte)'+')
            return 0;
        if (negative)
            plain[length++] = (byte)'-';
        byte point = mark == DecimalMark.Comma ? (byte)',' : (byte)'.';
        byte thousands = 0;
        int group = 0, groups = 0;
        var inDecimals = false;
        for (var i = 0; i < cell.Length; i++)
        {
            var c = cell[i];
            if (c is >= (byte)'0' and <= (byte)'9')
            {
                plain[length++] = c;
                group++;
            }
            else if (c == point || c is (byte)'e' or (byte)'E' or (byte)'d' or (byte)'D')
            {
                if (groups > 0 && group != 3 && !inDecimals)
                    return 0;
                inDecimals = true;
                plain[length++] = c == point ? (byte)'.' : (byte)'e';
            }
            else if (inDecimals)
            {
                if (c is (byte)'-' or (byte)'+')
                    plain[length++] = c;
                else
                    return 0;
            }
            else
            {
                var width = ThousandsWidth(cell[i..], mark);
                if (groups == 0 && cell[0] == '0')
                    return 0;
                if (width == 0 || (thousands != 0 && thousands != c) || group == 0 || group > 3 || (groups > 0 && group != 3))
                    return 0;
                thousands = c;
                groups++;
                group = 0;
                i += width - 1;
            }
        }

        // behind groups, a mark without decimals is the delimiter
        return groups > 0 && ((!inDecimals && group != 3) || cell[^1] == point) ? 0 : length;
    }

    private static int ThousandsWidth(ReadOnlySpan<byte> rest, DecimalMark mark) => rest[0] switch
    {
        (byte)'.' => mark == DecimalMark.Comma ? 1 : 0,
        (byte)',' => mark == DecimalMark.Point ? 1 : 0,
        (byte)'\'' or (byte)' ' => 1,
        0xC2 when rest.Length > 1 && rest[1] == 0xA0 => 2,
        0xE2 when rest.Length > 2 && rest[1] == 0x80 && rest[2] is 0xAF or 0x89 or 0x99 => 3,
        _ => 0,
    };
}
