using System.Globalization;
using SpectralAnalyzer.Core.Plotting.Fonts;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The title of a figure: one line, or more where it is too long.</summary>
/// <param name="Lines">The lines.</param>
/// <param name="LineHeight">From one line to the next.</param>
internal sealed record FigureTitle(IReadOnlyList<TextLine> Lines, double LineHeight)
{
    /// <summary>What stands between the two names of a comparison.</summary>
    internal const string Versus = " compared with ";

    private const double LeastSize = 4;

    /// <summary>Gets the height that the lines after the first take.</summary>
    internal double MoreHeight => (Lines.Count - 1) * LineHeight;

    /// <summary>Lays a title out.</summary>
    /// <param name="text">The title.</param>
    /// <param name="isStated">True: the user has stated it. It is never cut, and shrinks rather.</param>
    /// <param name="room">The width of a line.</param>
    /// <param name="height">The height that the lines may take.</param>
    /// <param name="scale">By how much text is larger than in a figure of 10 × 6 inches.</param>
    /// <param name="missing">Collects the characters that no font has.</param>
    internal static FigureTitle Create(
        string text, bool isStated, double room, double height, double scale, MissingGlyphs missing)
    {
        var size = FigureStyle.TitleSize * scale;
        var line = FontSet.Shared.Shape(text, size, bold: true, missing);
        if (line.Width <= room && !(isStated && text.Contains('\n', StringComparison.Ordinal)))
            return new FigureTitle([line], 1.25 * size);
        return isStated ? Shrunk(text, room, height, size, scale) : InTwoLines(text, room, size);
    }

    private static FigureTitle Shrunk(string text, double room, double height, double size, double scale)
    {
        while (true)
        {
            var lines = Wrap(text, room, size);
            if (lines.Count <= 2 || lines.Count * 1.25 * size <= height || size <= LeastSize * scale)
                return Shape(lines, size);
            size *= 0.9;
        }
    }

    // between the names if both fit, else where the first line is full; what two lines cannot hold is cut
    private static FigureTitle InTwoLines(string text, double room, double size)
    {
        var between = text.IndexOf(Versus, StringComparison.Ordinal);
        var lines = Wrap(text, room, size);
        string first, second;
        var fits = between > 0 && Math.Max(Width(text[(between + 1)..], size), Width(text[..between], size)) <= room;
        if (fits || (between > 0 && lines.Count > 2))
            (first, second) = (text[..between], text[(between + 1)..]);
        else
            (first, second) = (lines[0], text[lines[0].Length..].TrimStart());
        return new FigureTitle(
            [
                FontSet.Shared.ShapeWithin(first, room, size, bold: true),
                FontSet.Shared.ShapeWithin(second, room, size, bold: true),
            ],
            1.25 * size);
    }

    private static FigureTitle Shape(IEnumerable<string> lines, double size) =>
        new([.. lines.Select(line => FontSet.Shared.Shape(line, size, bold: true))], 1.25 * size);

    private static double Width(string text, double size) => FontSet.Shared.Shape(text, size, bold: true).Width;

    // lines end at a blank, else after another separator, else anywhere
    private static List<string> Wrap(string text, double room, double size)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.Split('\n'))
        {
            var rest = paragraph.Trim();
            while (rest.Length > 0 && Width(rest, size) > room)
            {
                var end = Fitting(rest, room, size);
                var blank = rest.LastIndexOf(' ', Math.Min(end, rest.Length - 1));
                var other = rest.LastIndexOfAny(['_', '-', '/', '.', ','], Math.Max(0, end - 1));
                var at = blank > end / 3 ? blank : other > end / 3 ? other + 1 : end;
                lines.Add(rest[..at].TrimEnd());
                rest = rest[at..].TrimStart();
            }

            lines.Add(rest);
        }

        return lines;
    }

    private static int Fitting(string text, double room, double size)
    {
        var width = 0.0;
        var starts = StringInfo.ParseCombiningCharacters(text);
        for (var i = 0; i < starts.Length; i++)
        {
            width += Width(text[starts[i]..(i + 1 < starts.Length ? starts[i + 1] : text.Length)], size);
            if (width > room)
                return Math.Max(starts[i], starts.Length > 1 ? starts[1] : text.Length);
        }

        return text.Length;
    }
}
