using System.Globalization;
using SpectralAnalyzer.Core.Reading.Text.Headers;
using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Layouts;

/// <summary>An x axis that a file states by its start and step.</summary>
/// <param name="Start">The first x.</param>
/// <param name="Step">The step.</param>
/// <param name="Count">The number of points, where it is stated.</param>
/// <param name="IsChecked">Whether the count or the end is stated and fits the number of values.</param>
/// <param name="IsCentidegree">Whether x is in hundredths of a degree (GSAS).</param>
internal sealed record ImplicitAxis(double Start, double Step, int? Count, bool IsChecked, bool IsCentidegree = false)
{
    /// <summary>The most lines above the values that state the axis, one number each.</summary>
    internal const int MostListed = 8;

    private const int FewestThatProve = 50;

    private static readonly string[] s_startKeys =
        ["start", "offset", "firstx", "xstart", "startx", "xoffset", "first", "begin", "startwavelength", "startwavenumber",
            "xmin", "x0", "anfang", "firstxvalue", "startenergy", "startangle", "scanstart"];

    private static readonly string[] s_stepKeys =
        ["step", "xperchan", "deltax", "xstep", "stepx", "increment", "interval", "stepsize", "xincrement", "datainterval",
            "dx", "schrittweite", "scanstep", "spacing", "datapitch"];

    private static readonly string[] s_stopKeys =
        ["stop", "end", "lastx", "xend", "xstop", "stopx", "last", "endwavelength", "stopwavelength", "xmax", "ende",
            "lastxvalue", "stopenergy", "endangle", "endwavenumber"];

    private static readonly string[] s_countKeys =
        ["npoints", "count", "points", "npts", "numberofpoints", "datapoints", "nopoints", "pointcount", "numberofdatapoints",
            "noofpoints", "nchannels", "channels", "numberofxvalues", "anzahlpunkte", "numpoints"];

    /// <summary>Returns the axis that a range of lines before a number of values states, or null.</summary>
    internal static ImplicitAxis? Before(TextDocument document, int from, int to, int values)
    {
        if (ListedAbove(document, from, to, values) is { } listed)
            return listed;
        double? start = null, step = null, stop = null, count = null;
        for (var line = Math.Max(from, to - 500); line < to; line++)
        {
            if (document.Line(line).Length is 0 or > 4096)
                continue;
            var text = document.TextOf(line);
            if (Bank(text, values) is { } bank)
                return bank;
            if (Parameters(text, values, line == 0 && to == 1) is { } parameters)
                return parameters;
            var (name, value) = HeaderLines.Cut(text, line);
            if (FirstNumber(value) is not { } number)
                continue;
            var key = Key(name);
            if (key.Contains("offset", StringComparison.Ordinal) && s_startKeys.Contains(key))
                start ??= number;
            else if (s_startKeys.Contains(key))
                start = number;
            else if (s_stepKeys.Contains(key))
                step = number;
            else if (s_stopKeys.Contains(key))
                stop = number;
            else if (s_countKeys.Contains(key))
                count = number;
        }

        if (start is not { } s)
            return null;
        if (step is null && stop is { } e && values > 1)
            return new ImplicitAxis(s, (e - s) / (values - 1), (int?)count, count == values);
        if (step is not { } d || d == 0)
            return null;
        var fits = count == values || (stop is { } end && Math.Abs(s + d * (values - 1) - end) <= Math.Abs(d) * 0.5);
        return count is { } stated && stated != values && !fits ? null : new ImplicitAxis(s, d, (int?)count, fits);
    }

    /// <summary>Returns the x values.</summary>
    internal double[] Values(int count)
    {
        var x = new double[count];
        for (var i = 0; i < count; i++)
            x[i] = IsCentidegree ? (Start + i * Step) / 100 : Start + i * Step;
        return x;
    }

    /// <summary>Reads a GSAS bank with constant steps: <c>BANK id channels records CONST start step</c>.</summary>
    private static ImplicitAxis? Bank(string text, int values)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 7 || words[0] != "BANK" || words[4] is not ("CONST" or "CONS"))
            return null;
        return Number(words[2]) is { } channels && Number(words[5]) is { } start && Number(words[6]) is { } step
            && channels <= values
            ? new ImplicitAxis(start, step, (int)channels, true, true)
            : null;
    }

    /// <summary>Reads the first lines, one number each, above the values: their count, the first x and the last.</summary>
    private static ImplicitAxis? ListedAbove(TextDocument document, int from, int to, int values)
    {
        if (values < FewestThatProve || to > MostListed + 2)
            return null;
        for (var first = to - 3; first >= from; first--)
        {
            if (Lone(document, first) != values || Lone(document, first + 1) is not { } start
                || Lone(document, first + 2) is not { } stop || start == stop)
                continue;
            for (var line = first + 3; line < to; line++)
            {
                if (Lone(document, line) is null)
                    return null;
            }

            return new ImplicitAxis(start, (stop - start) / (values - 1), values, true);
        }

        return null;
    }

    private static double? Lone(TextDocument document, int line) =>
        document.Line(line).Length is > 0 and < 40 ? Number(document.TextOf(line).Trim()) : null;

    /// <summary>Finds start, end, step and count in a line of numbers by their agreement.</summary>
    private static ImplicitAxis? Parameters(string text, int values, bool isWholeHeader)
    {
        var words = text.Split([' ', '\t', ',', ';'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 3 or > 12)
            return null;
        var numbers = Array.ConvertAll(words, w => Number(w) ?? double.NaN);
        if (isWholeHeader && values >= FewestThatProve && StartStopCount(numbers, values) is { } stated)
            return stated;
        if (numbers.Any(double.IsNaN) || !numbers.Any(n => n == values))
            return null;
        for (var i = 0; i + 2 < numbers.Length; i++)
        {
            double start = numbers[i], stop = numbers[i + 1], step = numbers[i + 2];
            if (step != 0 && values > 2
                && Math.Abs(start + step * (values - 1) - stop) <= Math.Abs(step) * 0.01 * Math.Max(1, values / 100.0))
                return new ImplicitAxis(start, step, values, true);
        }

        return null;
    }

    private static ImplicitAxis? StartStopCount(double[] numbers, int values)
    {
        for (var i = 0; i + 2 < numbers.Length; i++)
        {
            if (numbers[i + 2] == values && double.IsFinite(numbers[i]) && double.IsFinite(numbers[i + 1])
                && numbers[i] != numbers[i + 1])
                return new ImplicitAxis(numbers[i], (numbers[i + 1] - numbers[i]) / (values - 1), values, true);
        }

        return null;
    }

    /// <summary>Returns a name in lower case, without blanks, signs and text in brackets.</summary>
    internal static string Key(string name)
    {
        var bracket = name.AsSpan().IndexOfAny('(', '[');
        var bare = bracket > 0 ? name[..bracket] : name;
        return new string([.. bare.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
    }

    /// <summary>Returns the number at the start of a value.</summary>
    internal static double? FirstNumber(string value)
    {
        var end = 0;
        while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] is '+' or '-' or '.' or ',' or 'e' or 'E'))
            end++;
        return Number(value[..end].TrimEnd('e', 'E', ',')) ?? Number(value[..end].Replace(',', '.'));
    }

    private static double? Number(string word) =>
        double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value) ? value : null;
}
