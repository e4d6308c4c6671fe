using System.Text;
using System.Xml;
using System.Xml.Linq;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>Writes pages as MAML, which Get-Help reads.</summary>
internal static class MamlWriter
{
    private const int TitleWidth = 76;
    private static readonly XNamespace s_help = "http://msh";
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace s_dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes pages.</summary>
    internal static string Write(IEnumerable<CommandPage> pages)
    {
        var document = new XDocument(new XElement(s_help + "helpItems", new XAttribute("schema", "maml"), pages.Select(Command)));
        var text = new Utf8Text();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n" }))
            document.Save(writer);
        return text.ToString() + "\n";
    }

    private static XElement Command(CommandPage page) => new(
        s_command + "command",
        new XAttribute(XNamespace.Xmlns + "maml", s_maml),
        new XAttribute(XNamespace.Xmlns + "command", s_command),
        new XAttribute(XNamespace.Xmlns + "dev", s_dev),
        new XElement(
            s_command + "details",
            new XElement(s_command + "name", page.Name),
            new XElement(s_command + "verb", page.Name.Split('-')[0]),
            new XElement(s_command + "noun", page.Name.Split('-')[1]),
            Description(page.Synopsis)),
        Description(page.Description),
        new XElement(s_command + "syntax", page.Sets.Select(set => new XElement(
            s_command + "syntaxItem",
            new XElement(s_maml + "name", page.Name),
            SyntaxLine.Parameters(page, set).Select(p => Parameter(p.Name, p.Text, p.Facts, p.Facts.In(set)))))),
        new XElement(s_command + "parameters", page.Parameters.Select(p => Parameter(p.Name, p.Text, p.Facts, p.Facts.Sets[0]))),
        new XElement(s_command + "inputTypes", page.Inputs.Select(input => Typed("inputType", input))),
        new XElement(s_command + "returnValues", page.Outputs.Select(output => Typed("returnValue", output))),
        new XElement(s_maml + "alertSet", new XElement(s_maml + "alert", Paragraphs(page.Notes))),
        new XElement(s_command + "examples", page.Examples.Select(Example)),
        new XElement(s_command + "relatedLinks", Links(page)));

    private static XElement Parameter(string name, string text, ParameterFacts facts, ParameterSetFacts use)
    {
        var type = TypeWord.Of(facts.Type);
        var element = new XElement(
            s_command + "parameter",
            new XAttribute("required", use.IsRequired),
            new XAttribute("variableLength", "false"),
            new XAttribute("globbing", facts.SupportsWildcards),
            new XAttribute("pipelineInput", Pipeline(facts)),
            new XAttribute("position", use.Position?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "named"),
            new XAttribute("aliases", facts.Aliases.Count == 0 ? "none" : string.Join(", ", facts.Aliases)),
            new XElement(s_maml + "name", name),
            Description(facts.AcceptedValues.Count == 0
                ? text
                : $"{text}\n\nValues: {string.Join(", ", facts.AcceptedValues)}."));
        if (type.Length > 0)
            element.Add(new XElement(s_command + "parameterValue", new XAttribute("required", "true"), type));

        element.Add(
            new XElement(s_dev + "type", new XElement(s_maml + "name", type.Length > 0 ? type : "SwitchParameter"),
                new XElement(s_maml + "uri")),
            new XElement(s_dev + "defaultValue", facts.DefaultValue.Length == 0 ? "None" : facts.DefaultValue));
        return element;
    }

    private static string Pipeline(ParameterFacts facts)
    {
        string?[] ways =
        [
            facts.Sets.Any(s => s.ByValue) ? "ByValue" : null,
            facts.Sets.Any(s => s.ByPropertyName) ? "ByPropertyName" : null,
        ];
        var stated = ways.OfType<string>().ToArray();
        return stated.Length == 0 ? "False" : $"True ({string.Join(", ", stated)})";
    }

    private static XElement Typed(string name, (string Type, string Text) part) => new(
        s_command + name,
        new XElement(s_dev + "type", new XElement(s_maml + "name", part.Type)),
        Description(part.Text));

    private static XElement Example((string Title, string Text) example)
    {
        var blocks = Markdown.Parse(example.Text);
        var title = $" {example.Title} ";
        return new XElement(
            s_command + "example",
            new XElement(s_maml + "title", title.PadLeft((TitleWidth + title.Length) / 2, '-').PadRight(TitleWidth, '-')),
            new XElement(
                s_dev + "code", string.Join("\n\n", blocks.OfType<FencedCodeBlock>().Select(block => block.Lines.ToString()))),
            new XElement(
                s_dev + "remarks",
                blocks.Where(block => block is not FencedCodeBlock).Select(PlainText.From).Where(text => text.Length > 0)
                    .Append("")
                    .Select(text => new XElement(s_maml + "para", text))));
    }

    private static IEnumerable<XElement> Links(CommandPage page)
    {
        if (page.HelpUri.Length > 0)
            yield return Link("Online Version:", page.HelpUri);
        foreach (var link in Markdown.Parse(page.Links).Descendants<LinkInline>())
        {
            var address = link.Url ?? "";
            yield return Link(((LiteralInline)link.FirstChild!).Content.ToString(),
                address.StartsWith("http", StringComparison.Ordinal) ? address : "");
        }
    }

    private static XElement Link(string text, string address) => new(
        s_maml + "navigationLink", new XElement(s_maml + "linkText", text), new XElement(s_maml + "uri", address));

    private static XElement Description(string markdown) => new(s_maml + "description", Paragraphs(markdown));

    private static IEnumerable<XElement> Paragraphs(string markdown) =>
        PlainText.Paragraphs(markdown).Select(text => new XElement(s_maml + "para", text));

    private sealed class Utf8Text : StringWriter
    {
        public Utf8Text()
            : base(System.Globalization.CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => new UTF8Encoding(false);
    }
}
