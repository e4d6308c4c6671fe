using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>Decodes the lines of an (X++(Y..Y)) table: AFFN, PAC, SQZ, DIF and DUP, in any mixture.</summary>
/// <remarks>
/// Pseudo-digits: SQZ @ A–I (0, 1…9) a–i (−1…−9); DIF % J–R (0, 1…9) j–r (−1…−9); DUP S–Z s (1…9).
/// After a line that ends in DIF form the next begins by repeating the last ordinate, as a check.
/// </remarks>
internal sealed class AsdfDecoder
{
    private readonly JcampText _text;
    private readonly DecimalMark _mark;
    private readonly bool _repeats;
    private readonly int _limit;
    private bool _hasPseudoDigits;
    private int _line;

    /// <summary>A decoder.</summary>
    /// <param name="text">The file.</param>
    /// <param name="mark">What stands before the decimals.</param>
    /// <param name="limit">More points than this are a fault.</param>
    /// <param name="repeats">True where the line after one in DIF form repeats its last ordinate, as the standard has it.</param>
    public AsdfDecoder(JcampText text, DecimalMark mark, int limit, bool repeats = true)
    {
        _text = text;
        _mark = mark;
        _limit = limit;
        _repeats = repeats;
    }

    /// <summary>Decodes the lines of a table.</summary>
    /// <param name="from">The first line, from 0.</param>
    /// <param name="to">The line after the last.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">A line cannot be read.</exception>
    public AsdfTable Decode(int from, int to, CancellationToken cancellationToken)
    {
        _hasPseudoDigits = HasPseudoDigits(from, to);
        var table = new AsdfTable();
        double last = double.NaN, step = 0;
        bool endsInDifference = false, hasLast = false;
        for (_line = from; _line < to; _line++)
        {
            if ((_line & 0x3FF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var bytes = _text.Data(_line).Trim(" \t"u8);
            if (bytes.IsEmpty)
                continue;
            var at = 0;
            var abscissa = Number(bytes, ref at, out var unit);
            var atStart = true;
            var expectsCheck = _repeats && endsInDifference && hasLast;
            var place = expectsCheck ? table.Ordinates.Count - 1 : table.Ordinates.Count;
            while (at < bytes.Length)
            {
                var c = bytes[at];
                if (c is (byte)' ' or (byte)'\t' or (byte)',' or (byte)';')
                {
                    at++;
                    continue;
                }

                if (c == '?')
                {
                    at++;
                    last = double.NaN;
                    endsInDifference = false;
                    hasLast = true;
                    Add(table, last);
                }
                else if (DifferenceDigit(c) is { } difference)
                {
                    if (!hasLast || double.IsNaN(last))
                        throw Fault(SpectralErrorIds.DifferenceWithoutStart,
                            "a difference (DIF) stands where no ordinate comes before it");
                    step = Scaled(bytes, ref at, difference);
                    last += step;
                    endsInDifference = true;
                    Add(table, last);
                }
                else if (DuplicateDigit(c) is { } duplicate)
                {
                    if (!hasLast)
                        throw Fault(SpectralErrorIds.DuplicateWithoutStart,
                            "a repeat count (DUP) stands where no ordinate comes before it");
                    var count = Scaled(bytes, ref at, duplicate);
                    if (count != Math.Floor(count))
                        throw Fault(SpectralErrorIds.InvalidNumber, "a repeat count (DUP) is no whole number");
                    for (var i = 1; i < count; i++)
                    {
                        if (endsInDifference)
                            last += step;
                        Add(table, last);
                    }
                }
                else
                {
                    var value = SqueezedDigit(c) is { } squeezed
                        ? Scaled(bytes, ref at, squeezed, c is >= (byte)'a' and <= (byte)'i')
                        : Number(bytes, ref at, out _);
                    if (atStart && expectsCheck)
                    {
                        table.CheckCount++;
                        if (!(Math.Abs(value - last) <= 1e-9 * Math.Max(1, Math.Abs(value))) && !double.IsNaN(last))
                            table.FailedCheckLines.Add(_line + 1);
                    }
                    else
                    {
                        Add(table, value);
                    }

                    last = value;
                    endsInDifference = false;
                    hasLast = true;
                }

                if (atStart)
                    table.Lines.Add(new AsdfLine(_line + 1, abscissa, unit, place));
                atStart = false;
            }

            // a line that was broken in two: the rest of a number is no abscissa
            if (atStart)
                throw Fault(SpectralErrorIds.IncompletePair, "it has an abscissa and no ordinate: the line was broken or cut");
        }

        return table;
    }

    private void Add(AsdfTable table, double value)
    {
        if (table.Ordinates.Count >= _limit)
            throw Fault(SpectralErrorIds.TooManyPoints,
                Invariant($"there are more than {_limit} points, far more than the header states"));
        table.Ordinates.Add(value);
    }

    private static int? DifferenceDigit(byte c) => c switch
    {
        (byte)'%' => 0,
        >= (byte)'J' and <= (byte)'R' => c - 'J' + 1,
        >= (byte)'j' and <= (byte)'r' => 'j' - c - 1,
        _ => null,
    };

    private static int? DuplicateDigit(byte c) => c switch
    {
        >= (byte)'S' and <= (byte)'Z' => c - 'S' + 1,
        (byte)'s' => 9,
        _ => null,
    };

    private static int? SqueezedDigit(byte c) => c switch
    {
        (byte)'@' => 0,
        >= (byte)'A' and <= (byte)'I' => c - 'A' + 1,
        >= (byte)'a' and <= (byte)'i' => 'a' - c - 1,
        _ => null,
    };

    private double Scaled(ReadOnlySpan<byte> bytes, ref int at, int lead, bool negative = false)
    {
        var start = ++at;
        while (at < bytes.Length && (char.IsAsciiDigit((char)bytes[at]) || IsMark(bytes, at)))
            at++;
        negative |= lead < 0;
        var digits = bytes[start..at];
        double size;
        if (digits.Length <= 15 && !digits.ContainsAny((byte)'.', (byte)','))
        {
            long whole = Math.Abs(lead);
            foreach (var digit in digits)
                whole = whole * 10 + (digit - '0');
            size = whole;
        }
        else
        {
            size = Parse([(byte)('0' + Math.Abs(lead)), .. digits]);
        }

        return negative ? -size : size;
    }

    private double Number(ReadOnlySpan<byte> bytes, ref int at, out double unit)
    {
        var start = at;
        if (at < bytes.Length && bytes[at] is (byte)'+' or (byte)'-')
            at++;
        var digits = 0;
        var decimals = -1;
        for (; at < bytes.Length; at++)
        {
            if (char.IsAsciiDigit((char)bytes[at]))
            {
                digits++;
                if (decimals >= 0)
                    decimals++;
            }
            else if (decimals < 0 && IsMark(bytes, at))
            {
                decimals = 0;
            }
            else
            {
                break;
            }
        }

        if (digits == 0)
            throw Fault(SpectralErrorIds.InvalidNumber, $"'{Show(bytes[start..])}' is not a number");
        var exponent = 0;
        if (at + 1 < bytes.Length && bytes[at] is (byte)'E' or (byte)'e'
            && StartsExponent(bytes[(at + 1)..], decimals >= 0, out var length))
        {
            if (!int.TryParse(bytes.Slice(at + 1, length), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture,
                out exponent))
                throw Fault(SpectralErrorIds.InvalidNumber, $"'{Show(bytes[start..])}' is not a number");
            at += 1 + length;
        }

        if (at < bytes.Length && bytes[at] is (byte)'.')
            throw Fault(SpectralErrorIds.InvalidNumber, $"'{Show(bytes[start..])}' is not a number");
        unit = Math.Pow(10, exponent - Math.Max(0, decimals));
        return Parse(bytes[start..at]);
    }

    // "2391.3E12": an exponent, or an ordinate 512 in SQZ form? A sign after the E makes it an exponent; so does a decimal mark
    // before it in a table that has no other pseudo-digit.
    private bool StartsExponent(ReadOnlySpan<byte> rest, bool hasMark, out int length)
    {
        length = rest[0] is (byte)'+' or (byte)'-' ? 1 : 0;
        var signed = length == 1;
        while (length < rest.Length && length < 4 && char.IsAsciiDigit((char)rest[length]))
            length++;
        return length > (signed ? 1 : 0) && !(_hasPseudoDigits && !signed) && (signed || hasMark);
    }

    private double Parse(ReadOnlySpan<byte> number)
    {
        Span<byte> pointed = stackalloc byte[number.Length <= 64 ? number.Length : 0];
        if (number.Length > 64)
            throw Fault(SpectralErrorIds.InvalidNumber, $"'{Show(number)}' is not a number");
        number.CopyTo(pointed);
        pointed.Replace((byte)',', (byte)'.');
        if (!double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw Fault(SpectralErrorIds.InvalidNumber, $"'{Show(number)}' is not a number");
        return value;
    }

    private bool IsMark(ReadOnlySpan<byte> bytes, int at) => bytes[at] == '.'
        || _mark == DecimalMark.Comma && bytes[at] == ',' && at + 1 < bytes.Length && char.IsAsciiDigit((char)bytes[at + 1]);

    private bool HasPseudoDigits(int from, int to)
    {
        for (var line = from; line < to; line++)
        {
            foreach (var c in _text.Data(line))
            {
                if (c is (byte)'@' or (byte)'%' || char.IsAsciiLetter((char)c) && c is not ((byte)'E' or (byte)'e'))
                    return true;
            }
        }

        return false;
    }

    private string Show(ReadOnlySpan<byte> bytes) => _text.Decode(bytes[..Math.Min(bytes.Length, 20)]);

    private SpectralException Fault(string id, string what) => new(
        id,
        SpectralErrorCategory.InvalidData,
        Invariant($"Line {_line + 1} of the JCAMP-DX table cannot be read: {what}."),
        "Export the file again; this one is damaged or not to the standard.",
        _line + 1);
}
