using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Reading.Text.Tables;

/// <summary>How the last number of a line ends: a row that was cut ends earlier than the others.</summary>
/// <param name="Decimals">The digits behind the decimal mark; −1 where there is none.</param>
/// <param name="ExponentDigits">The digits of the exponent.</param>
internal readonly record struct NumberEnding(int Decimals, int ExponentDigits)
{
    /// <summary>Gets whether the last decimal is a zero. It does not count where endings are compared.</summary>
    internal bool EndsWithZero { get; private init; }

    /// <inheritdoc/>
    public bool Equals(NumberEnding other) => (Decimals, ExponentDigits) == (other.Decimals, other.ExponentDigits);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Decimals, ExponentDigits);

    [MethodImpl(HotPath.Compiled)]
    internal static NumberEnding From(ReadOnlySpan<byte> line, DecimalMark mark)
    {
        // most lines end with a digit: the search in a set of bytes is left out for them
        if (!line.IsEmpty && line[^1] is < (byte)'0' or > (byte)'9')
            line = line.TrimEnd(" \t,;|\"\0"u8);
        var whole = line;
        var digits = TakeDigits(ref line);
        var exponent = 0;
        var rest = line;
        while (!rest.IsEmpty && rest[^1] is (byte)'+' or (byte)'-')
            rest = rest[..^1];
        if (rest.Length > 1 && (rest[^1] | 0x20) is 'e' or 'd'
            && rest[^2] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)',')
        {
            exponent = digits;
            line = whole = rest[..^1];
            digits = TakeDigits(ref line);
        }

        var hasMark = !line.IsEmpty && line[^1] == (mark == DecimalMark.Comma ? (byte)',' : (byte)'.');
        return new NumberEnding(hasMark ? digits : -1, exponent) { EndsWithZero = hasMark && digits > 0 && whole[^1] == '0' };
    }

    /// <summary>Returns true where a line plainly ends so: with as many decimals, nothing behind them, and no exponent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsEndingOf(ReadOnlySpan<byte> line, DecimalMark mark) =>
        ExponentDigits == 0 && Decimals > 0 && line.Length > Decimals
        && line[^(Decimals + 1)] == (mark == DecimalMark.Comma ? (byte)',' : (byte)'.')
        && (Decimals <= sizeof(ulong) && line.Length >= sizeof(ulong)
            ? AreDigits(BinaryPrimitives.ReadUInt64BigEndian(line[^sizeof(ulong)..]), Decimals)
            : !line[^Decimals..].ContainsAnyExceptInRange((byte)'0', (byte)'9'));

    // the last bytes of eight at once: a digit has 3 in its upper half, and still has when 6 is added
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreDigits(ulong bytes, int count)
    {
        var others = count == sizeof(ulong) ? 0 : ulong.MaxValue << (8 * count);
        bytes = (bytes & ~others) | (0x3030303030303030 & others);
        return (bytes & 0xF0F0F0F0F0F0F0F0) == 0x3030303030303030
            && ((bytes + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) == 0x3030303030303030;
    }

    /// <summary>Returns true where a number that ends so lacks decimals or an exponent that the others have.</summary>
    internal bool IsCutFrom(NumberEnding usual) =>
        Decimals >= 0 && (Decimals < usual.Decimals || ExponentDigits < usual.ExponentDigits);

    private static int TakeDigits(ref ReadOnlySpan<byte> line)
    {
        var end = line.Length;
        while (end > 0 && line[end - 1] is >= (byte)'0' and <= (byte)'9')
            end--;
        var digits = line.Length - end;
        line = line[..end];
        return digits;
    }
}
