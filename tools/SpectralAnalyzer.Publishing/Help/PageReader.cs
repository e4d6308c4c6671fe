using Markdig;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using YamlDotNet.Serialization;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>Reads a page as platyPS writes it.</summary>
internal static class PageReader
{
    private static readonly MarkdownPipeline s_markdown = new MarkdownPipelineBuilder().UseYamlFrontMatter().Build();

    /// <summary>Reads a page.</summary>
    internal static CommandPage Read(string text)
    {
        var document = Markdown.Parse(text, s_markdown);
        var front = new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(
            document.OfType<YamlFrontMatterBlock>().Single().Lines.ToString());
        var sections = Sections(text, document, 2);
        var syntax = Parts(sections["SYNTAX"]);
        return new CommandPage
        {
            Name = front["title"],
            Date = front["ms.date"],
            HelpUri = front["HelpUri"],
            Synopsis = sections["SYNOPSIS"],
            Sets = [.. syntax.Select(part => part.Title.Replace(PageWriter.DefaultMark, "", StringComparison.Ordinal))],
            Description = sections["DESCRIPTION"],
            Examples = Parts(sections["EXAMPLES"]),
            Parameters = [.. Parts(sections["PARAMETERS"]).Where(part => part.Title.StartsWith('-')).Select(Parameter)],
            Inputs = Parts(sections["INPUTS"]),
            Outputs = Parts(sections["OUTPUTS"]),
            Notes = sections["NOTES"],
            Links = sections["RELATED LINKS"],
        };
    }

    private static (string Title, string Text)[] Parts(string section) =>
        [.. Sections(section, Markdown.Parse(section), 3).Select(part => (part.Key, part.Value))];

    private static Dictionary<string, string> Sections(string text, MarkdownDocument document, int level)
    {
        var headings = document.OfType<HeadingBlock>().Where(heading => heading.Level == level).ToArray();
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < headings.Length; i++)
        {
            var start = headings[i].Span.End + 1;
            var end = i + 1 < headings.Length ? headings[i + 1].Span.Start : text.Length;
            sections.Add(text[headings[i].Span.Start..start].TrimStart('#').Trim(), text[start..end].Trim());
        }

        return sections;
    }

    // A new page may lack the facts: they come from the cmdlet.
    private static (string Name, string Text, ParameterFacts Facts) Parameter((string Title, string Text) part)
    {
        var block = Markdown.Parse(part.Text).OfType<FencedCodeBlock>().LastOrDefault(fence => fence.Info == "yaml");
        return block is null
            ? (part.Title[1..], part.Text, new ParameterFacts { Type = "", Sets = [] })
            : (part.Title[1..], part.Text[..block.Span.Start].Trim(), FactsYaml.Read(block.Lines.ToString()));
    }
}
