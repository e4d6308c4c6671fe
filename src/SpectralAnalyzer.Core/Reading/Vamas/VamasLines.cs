using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Vamas;

/// <summary>Goes through a VAMAS file line by line: what a line holds follows from its place alone.</summary>
internal sealed class VamasLines(TextDocument document)
{
    // the standard's number for "not known"
    private const double NotGiven = 1e36;
    private int _next;

    /// <summary>The 1-based number of the line that was read last.</summary>
    public int Line => _next;

    /// <summary>How many lines are left.</summary>
    public int Left => document.LineCount - _next;

    /// <summary>Goes over blank lines.</summary>
    public void SkipBlank()
    {
        while (Left > 0 && document.IsBlank(_next))
            _next++;
    }

    /// <summary>The next line.</summary>
    /// <param name="what">What is due there, for the message.</param>
    /// <exception cref="SpectralException">The file ends before.</exception>
    public string Text(string what)
    {
        if (Left <= 0)
            throw Cut(what);
        return document.TextOf(_next++).Trim();
    }

    /// <summary>A number that counts something that follows.</summary>
    /// <param name="what">What is counted.</param>
    /// <param name="linesEach">How many lines each of them takes at least: no file can count more than it holds.</param>
    public int Count(string what, int linesEach = 1)
    {
        var value = Whole(what);
        if (value < 0)
            throw NoNumber(what, value.ToString(CultureInfo.InvariantCulture));
        if ((long)value * linesEach > Left)
            throw Cut(Invariant($"{what} ({value})"));
        return value;
    }

    /// <summary>A whole number.</summary>
    public int Whole(string what)
    {
        var text = Text(what);
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value))
            return value;
        return NumberList.TryParse(text, out var number) && number == Math.Floor(number) && Math.Abs(number) < int.MaxValue
            ? (int)number
            : throw NoNumber(what, text);
    }

    /// <summary>A number.</summary>
    public double Number(string what)
    {
        var text = Text(what);
        return NumberList.TryParse(text, out var value) ? value : throw NoNumber(what, text);
    }

    /// <summary>A measured value; NaN where the file says that it is not known.</summary>
    public double Value(string what) => Number(what) is var value && Math.Abs(value) >= NotGiven ? double.NaN : value;

    /// <summary>A line for the metadata; null where the file says that it is not known.</summary>
    public string? Remark(string what) =>
        Text(what) is var text
            && (text.Equals("Not Specified", StringComparison.OrdinalIgnoreCase) || NumberList.TryParse(text, out var value)
            && Math.Abs(value) >= NotGiven) ? null : text;

    /// <summary>Goes over some lines.</summary>
    public void Skip(int lines, string what)
    {
        if (lines > Left)
            throw Cut(what);
        _next += lines;
    }

    private SpectralException NoNumber(string what, string text) => new(
        SpectralErrorIds.InvalidNumber,
        SpectralErrorCategory.InvalidData,
        Invariant(
            $"Line {Line} of the VAMAS file should be the {what}, and is '{(text.Length > 40 ? text[..40] + "…" : text)}'."),
        "Export it again; a line may be missing or inserted before.");

    private static SpectralException Cut(string what) => new(
        SpectralErrorIds.Truncated, SpectralErrorCategory.InvalidData, $"The VAMAS file ends before: {what}.",
            "Copy or export it again.");
}
