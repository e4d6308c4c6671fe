using System.Globalization;

namespace SpectralAnalyzer.Core.Reading.Jcamp;

/// <summary>Reads listed points: (XY..XY), tables of more variables, and peak assignments.</summary>
internal sealed class PairReader
{
    private readonly JcampText _text;
    private readonly DecimalMark _mark;
    private readonly JcampTable _form;
    private int _line;

    /// <summary>A reader of listed points.</summary>
    public PairReader(JcampText text, DecimalMark mark, JcampTable form)
    {
        _text = text;
        _mark = mark;
        _form = form;
    }

    /// <summary>Reads the points.</summary>
    /// <param name="from">The first line, from 0.</param>
    /// <param name="to">The line after the last.</param>
    /// <param name="x">The symbol of x within a group.</param>
    /// <param name="y">The symbol of y.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="SpectralException">A line cannot be read.</exception>
    public (List<double> X, List<double> Y) Read(int from, int to, string x, string y, CancellationToken cancellationToken)
    {
        int xPlace = Place(x), yPlace = Place(y), size = _form.Group.Count;
        var xs = new List<double>();
        var ys = new List<double>();
        var group = new double[size];
        for (_line = from; _line < to; _line++)
        {
            if ((_line & 0x3FF) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var bytes = _text.Data(_line);
            var filled = 0;
            for (var at = 0; at < bytes.Length;)
            {
                if (IsSeparator(bytes[at]))
                {
                    at++;
                    continue;
                }

                group[filled++] = Element(bytes, ref at);
                if (filled < size && !(_form.IsPerLine && EndsGroup(bytes, at)))
                    continue;
                if (filled <= Math.Max(xPlace, yPlace))
                    throw Fault(SpectralErrorIds.IncompletePair, "a peak has no height");
                if (!double.IsFinite(group[xPlace]))
                    throw Fault(SpectralErrorIds.MissingX, "an x value is missing");
                xs.Add(group[xPlace]);
                ys.Add(group[yPlace]);
                filled = 0;
            }

            if (filled != 0)
                throw Fault(SpectralErrorIds.IncompletePair,
                    Invariant($"the line does not end with a whole group of {size} values"));
        }

        return (xs, ys);
    }

    private int Place(string symbol)
    {
        for (var i = 0; i < _form.Group.Count; i++)
        {
            if (_form.Group[i].Equals(symbol, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        throw new SpectralException(
            SpectralErrorIds.UnsupportedContent,
            SpectralErrorCategory.Unsupported,
            $"The table ({string.Concat(_form.Group)}) has no {symbol}.",
            "Export the spectrum as XYDATA or XYPOINTS.");
    }

    private static bool IsSeparator(byte c) =>
        c is (byte)' ' or (byte)'\t' or (byte)',' or (byte)';' or (byte)'(' or (byte)')' or 0;

    private static bool EndsGroup(ReadOnlySpan<byte> bytes, int at)
    {
        while (at < bytes.Length && bytes[at] is (byte)' ' or (byte)'\t')
            at++;
        return at >= bytes.Length || bytes[at] == ')';
    }

    private double Element(ReadOnlySpan<byte> bytes, ref int at)
    {
        if (bytes[at] == '?')
        {
            at++;
            return double.NaN;
        }

        if (bytes[at] == '<' && bytes[at..].IndexOf((byte)'>') is > 0 and var end)
        {
            at += end + 1;
            return double.NaN;
        }

        var start = at;
        if (bytes[at] is (byte)'+' or (byte)'-')
            at++;
        var marked = false;
        while (at < bytes.Length)
        {
            var c = bytes[at];
            var isComma = c == ',' && _mark == DecimalMark.Comma && !marked && at > start
                && char.IsAsciiDigit((char)bytes[at - 1])
                && at + 1 < bytes.Length && char.IsAsciiDigit((char)bytes[at + 1]);
            marked |= isComma || c == '.';
            var isSign = c is (byte)'+' or (byte)'-' && bytes[at - 1] is (byte)'e' or (byte)'E';
            if (!isComma && !isSign && !char.IsAsciiLetterOrDigit((char)c) && c != '.')
                break;
            at++;
        }

        var token = bytes[start..at];
        var isWhole = at == bytes.Length || bytes[at] is (byte)'+' or (byte)'-' or (byte)'?' || IsSeparator(bytes[at])
            || bytes[at] == '<' && _form.IsPerLine && bytes[at..].Contains((byte)'>');
        if (isWhole && token.Length is > 0 and <= 64)
        {
            if (Ascii(token, "NaN"u8))
                return double.NaN;
            Span<byte> pointed = stackalloc byte[token.Length];
            token.CopyTo(pointed);
            pointed.Replace((byte)',', (byte)'.');
            if (double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
                && double.IsFinite(value))
                return value;
        }

        var shown = bytes[start..Math.Min(bytes.Length, isWhole ? Math.Max(at, start + 1) : at + 1)];
        throw Fault(SpectralErrorIds.InvalidNumber, $"'{_text.Decode(shown[..Math.Min(20, shown.Length)])}' is not a number");
    }

    private static bool Ascii(ReadOnlySpan<byte> token, ReadOnlySpan<byte> word) =>
        System.Text.Ascii.EqualsIgnoreCase(token, word);

    private SpectralException Fault(string id, string what) => new(
        id,
        SpectralErrorCategory.InvalidData,
        Invariant($"Line {_line + 1} of the JCAMP-DX table cannot be read: {what}."),
        "Export the file again; this one is damaged or not to the standard.",
        _line + 1);
}
