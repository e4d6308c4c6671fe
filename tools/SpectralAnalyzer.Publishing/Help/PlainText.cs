using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>Markdown as plain text for a console.</summary>
internal static class PlainText
{
    /// <summary>Returns the paragraphs of a text; a list or a code block is one paragraph with line breaks.</summary>
    internal static IReadOnlyList<string> Paragraphs(string markdown) =>
        [.. Markdown.Parse(markdown).Select(From).Where(text => text.Length > 0)];

    /// <summary>Returns the text of one block.</summary>
    internal static string From(Block block) => block switch
    {
        HtmlBlock => "",
        CodeBlock code => string.Join('\n', code.Lines.ToString().Split('\n').Select(line => ("    " + line).TrimEnd())),
        ListBlock list =>
            string.Join('\n', list.Cast<ListItemBlock>().Select(item => Mark(list, item) + string.Join(' ', item.Select(From)))),
        LeafBlock { Inline: { } inline } => From(inline),
        _ => throw new InvalidDataException($"Line {block.Line + 1}: a {block.GetType().Name} does not read well in a console."),
    };

    private static string Mark(ListBlock list, ListItemBlock item) => list.IsOrdered ? $"{item.Order}. " : "- ";

    private static string From(ContainerInline container)
    {
        var text = new StringBuilder();
        foreach (var inline in container)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline address => address.Url,
                LinkInline { Url: { } url } link when url.StartsWith("http", StringComparison.Ordinal) => $"{From(link)} ({url})",
                ContainerInline inner => From(inner),
                _ => throw new InvalidDataException($"A {inline.GetType().Name} does not read well in a console."),
            });
        }

        return text.ToString();
    }
}
