using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>A bounded part of a text file for an AI request: its first lines, some of the middle, the last ones.</summary>
/// <param name="TotalLines">The number of lines of the file.</param>
/// <param name="Lines">The lines with their 1-based numbers.</param>
internal sealed record LayoutExcerpt(int TotalLines, IReadOnlyList<(int Number, string Text)> Lines)
{
    private const int FirstLines = 24;
    private const int MaxHeaderLines = 60;
    private const int FirstRows = 10;
    private const int LinesAroundData = 8;
    private const int MiddleLines = 4;
    private const int LastLines = 4;
    private const int MaxLineStart = 240;
    private const int MaxLineEnd = 60;
    private const int MaxCharacters = 9000;

    /// <summary>Creates the excerpt of a file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="firstDataLine">The first line of the data by the best guess, from 1.</param>
    /// <param name="redacted">Whether text that does not matter for the layout is masked.</param>
    internal static LayoutExcerpt Create(TextDocument document, int firstDataLine, bool redacted)
    {
        var count = document.LineCount;
        var wanted = new SortedSet<int>();
        Add(wanted, count, 0, Math.Clamp(firstDataLine - 1 + FirstRows, FirstLines, MaxHeaderLines));
        Add(wanted, count, firstDataLine - 1 - LinesAroundData, firstDataLine - 1 + LinesAroundData);
        Add(wanted, count, (count / 2) - (MiddleLines / 2), (count / 2) + (MiddleLines / 2));
        Add(wanted, count, count - LastLines, count);
        var lines = new List<(int, string)>(wanted.Count);
        var characters = 0;
        // if the excerpt is too long, the last of the first lines are left out, not those that show the data
        var near = wanted
            .Where(i => Math.Abs(i - (firstDataLine - 1)) <= LinesAroundData
                || i >= count - LastLines
                || Math.Abs(i - (count / 2)) <= MiddleLines)
            .ToHashSet();
        var left = MaxCharacters - near.Sum(i => Shown(document, i, firstDataLine, redacted).Length);
        foreach (var i in wanted)
        {
            var text = Shown(document, i, firstDataLine, redacted);
            if (!near.Contains(i))
            {
                characters += text.Length;
                if (characters > Math.Max(left, MaxCharacters / 4))
                    continue;
            }

            lines.Add((i + 1, text));
        }

        return new LayoutExcerpt(count, lines);
    }

    private static void Add(SortedSet<int> wanted, int count, int from, int to)
    {
        for (var i = Math.Max(0, from); i < Math.Min(count, to); i++)
            wanted.Add(i);
    }

    private static string Shown(TextDocument document, int index, int firstDataLine, bool redacted)
    {
        var text = document.TextOf(index);
        if (redacted)
            text = HeaderRedaction.Redact(text, isHeader: index < firstDataLine - 1);
        return text.Length <= MaxLineStart + MaxLineEnd
            ? text
            : FormattableString.Invariant(
                $"{text[..MaxLineStart]} …({text.Length - MaxLineStart - MaxLineEnd} characters)… {text[^MaxLineEnd..]}");
    }
}
