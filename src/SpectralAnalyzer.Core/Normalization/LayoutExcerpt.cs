using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Normalization;

/// <summary>A bounded part of a text file: its first lines, some of the middle, the last ones.</summary>
/// <param name="TotalLines">How many lines the file has.</param>
/// <param name="Lines">The lines with their 1-based numbers.</param>
internal sealed record LayoutExcerpt(int TotalLines, IReadOnlyList<(int Number, string Text)> Lines)
{
    private const int First = 24;
    private const int LongestHeader = 60;
    private const int FirstRows = 10;
    private const int Around = 8;
    private const int Middle = 4;
    private const int Last = 4;
    private const int LongestLine = 240;
    private const int LongestEnd = 60;
    private const int MostCharacters = 9000;

    /// <summary>Takes the part.</summary>
    /// <param name="document">The file.</param>
    /// <param name="firstDataLine">Where the best guess has the data begin, from 1.</param>
    /// <param name="redacted">True: what header lines hold that says nothing of the layout is masked.</param>
    public static LayoutExcerpt Create(TextDocument document, int firstDataLine, bool redacted)
    {
        var count = document.LineCount;
        var wanted = new SortedSet<int>();
        Add(wanted, count, 0, Math.Clamp(firstDataLine - 1 + FirstRows, First, LongestHeader));
        Add(wanted, count, firstDataLine - 1 - Around, firstDataLine - 1 + Around);
        Add(wanted, count, (count / 2) - (Middle / 2), (count / 2) + (Middle / 2));
        Add(wanted, count, count - Last, count);
        var lines = new List<(int, string)>(wanted.Count);
        var characters = 0;
        // where it is too long, the end of the first lines is left out rather than what shows the data
        var near = wanted.Where(i => Math.Abs(i - (firstDataLine - 1)) <= Around || i >= count - Last || Math.Abs(i - (count / 2)) <= Middle).ToHashSet();
        var room = MostCharacters - near.Sum(i => Shown(document, i, firstDataLine, redacted).Length);
        foreach (var i in wanted)
        {
            var text = Shown(document, i, firstDataLine, redacted);
            if (!near.Contains(i))
            {
                characters += text.Length;
                if (characters > Math.Max(room, MostCharacters / 4))
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
        return text.Length <= LongestLine + LongestEnd
            ? text
            : FormattableString.Invariant($"{text[..LongestLine]} …({text.Length - LongestLine - LongestEnd} characters)… {text[^LongestEnd..]}");
    }
}
