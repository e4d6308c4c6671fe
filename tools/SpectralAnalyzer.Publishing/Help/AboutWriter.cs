using System.Text;
using Markdig;
using Markdig.Syntax;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>Writes an about_ topic as the text that Get-Help shows: 80 columns, indented.</summary>
internal static class AboutWriter
{
    private const int Width = 76;
    private const int Indent = 4;

    /// <summary>Writes a topic.</summary>
    /// <param name="markdown">Its page: a heading of level 1 with its name, sections of level 2 and 3.</param>
    internal static string Write(string markdown)
    {
        var text = new StringBuilder();
        foreach (var block in Markdown.Parse(markdown))
        {
            switch (block)
            {
                case HeadingBlock { Level: 1 } title:
                    text.Append("TOPIC\n").Append(' ', Indent).Append(PlainText.From(title)).Append("\n\n");
                    break;
                case HeadingBlock { Level: 2 } heading:
                    text.Append(PlainText.From(heading).ToUpperInvariant()).Append('\n');
                    break;
                case HeadingBlock heading:
                    text.Append(' ', Indent / 2).Append(PlainText.From(heading)).Append('\n');
                    break;
                case CodeBlock code:
                    AppendLines(text, PlainText.From(code).Split('\n'), hanging: 0);
                    text.Append('\n');
                    break;
                case ListBlock list:
                    foreach (var item in PlainText.From(list).Split('\n'))
                        AppendLines(text, Wrapped(item, Width - Indent - 2), hanging: 2);
                    text.Append('\n');
                    break;
                default:
                    if (PlainText.From(block) is { Length: > 0 } paragraph)
                    {
                        AppendLines(text, Wrapped(paragraph, Width - Indent), hanging: 0);
                        text.Append('\n');
                    }

                    break;
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void AppendLines(StringBuilder text, IEnumerable<string> lines, int hanging)
    {
        var indent = Indent;
        foreach (var line in lines)
        {
            text.Append((new string(' ', indent) + line).TrimEnd()).Append('\n');
            indent = Indent + hanging;
        }
    }

    private static IEnumerable<string> Wrapped(string paragraph, int width)
    {
        var line = new StringBuilder();
        foreach (var word in paragraph.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
