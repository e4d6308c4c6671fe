using SpectralAnalyzer.Core.Reading.Text.Lines;

namespace SpectralAnalyzer.Core.Reading.Text.Headers;

/// <summary>The lines of a file that are not data, as names and values.</summary>
internal sealed class HeaderLines
{
    private const int MostEntries = 4000;
    private const int LongestLine = 1 << 16;

    private HeaderLines(Dictionary<string, string> entries) => Entries = entries;

    /// <summary>Gets names and values, in the order of the file.</summary>
    internal Dictionary<string, string> Entries { get; }

    /// <summary>Reads every line that is not within a block.</summary>
    /// <param name="document">The document.</param>
    /// <param name="blocks">The blocks of data.</param>
    /// <param name="namesLine">The line of the column names, from 0, or −1.</param>
    /// <param name="xLine">The 1-based line of the x values, or 0.</param>
    internal static HeaderLines Read(TextDocument document, IReadOnlyList<TableBlock> blocks, int namesLine, int xLine = 0)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        var block = 0;
        for (var line = 0; line < document.LineCount && entries.Count < MostEntries; line++)
        {
            if (block < blocks.Count && line + 1 >= blocks[block].FirstLine)
            {
                line = blocks[block].LastLine - 1;
                block++;
                continue;
            }

            if (line == namesLine || line == xLine - 1 || document.IsBlank(line))
                continue;
            var bytes = document.Line(line);
            var text = document.Decode(bytes.Length > LongestLine ? bytes[..LongestLine] : bytes).Trim();
            var (name, value) = Cut(text, line);
            var unique = name;
            for (var n = 2; entries.ContainsKey(unique); n++)
                unique = FormattableString.Invariant($"{name} ({n})");
            entries[unique] = value;
        }

        return new HeaderLines(entries);
    }

    /// <summary>Splits a line into name and value; where it has no name, its number is the name.</summary>
    internal static (string Name, string Value) Cut(string text, int line)
    {
        var bare = text.TrimStart('#', '%', ';', '!', '*', '"', '\'', '/', '$', '@', ' ', '\t').TrimEnd('"', ',', ';', '\t', ' ');
        var at = Separator(bare, out var width);
        if (at > 0 && at <= 80)
        {
            var name = bare[..at].Trim().Trim('"', ':', '=', ' ', '\t');
            if (name.Length > 0 && name.Any(char.IsLetter))
                return (name, bare[(at + width)..].Trim().Trim('"', ' ', '\t', '=', ':').Trim());
        }

        return (FormattableString.Invariant($"Line {line + 1}"), bare.Length > 0 ? bare : text);
    }

    private static int Separator(string text, out int width)
    {
        width = 1;
        var arrow = text.IndexOf("-->", StringComparison.Ordinal);
        if (arrow > 0)
        {
            width = arrow + 3 < text.Length && text[arrow + 3] is ',' or ';' ? 4 : 3;
            return arrow;
        }

        var tab = text.IndexOf('\t', StringComparison.Ordinal);
        var equal = text.IndexOf('=', StringComparison.Ordinal);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        var semicolon = text.IndexOf(';', StringComparison.Ordinal);
        foreach (var at in (ReadOnlySpan<int>)[tab, semicolon, equal])
        {
            if (at > 0 && (colon < 0 || at < colon || at == tab))
                return at;
        }

        if (comma > 0 && (colon < 0 || comma < colon))
            return comma;
        if (colon > 0)
            return colon;
        return equal;
    }
}
