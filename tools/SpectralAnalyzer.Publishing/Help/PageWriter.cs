using System.Text;

namespace SpectralAnalyzer.Publishing.Help;

/// <summary>Writes a page in the form of platyPS.</summary>
internal static class PageWriter
{
    /// <summary>The suffix of the name of the default parameter set.</summary>
    public const string DefaultMark = " (Default)";

    private const string CommonParameters = """
        ### CommonParameters

        This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,
        -InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,
        -ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see
        [about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).
        """;

    /// <summary>Writes a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="module">The name of the cmdlet's module.</param>
    internal static string Write(CommandPage page, string module)
    {
        var text = new StringBuilder();
        text.Append($"""
            ---
            document type: cmdlet
            external help file: {module}.dll-Help.xml
            HelpUri: '{page.HelpUri}'
            Locale: en-US
            Module Name: {module}
            ms.date: {page.Date}
            PlatyPS schema version: 2024-05-01
            title: {page.Name}
            ---

            # {page.Name}
            """.ReplaceLineEndings("\n"));
        Section(text, "SYNOPSIS", page.Synopsis);
        Section(text, "SYNTAX", string.Join("\n\n", page.Sets.Select((set, i) =>
            $"### {set}{(i == 0 ? DefaultMark : "")}\n\n```\n{SyntaxLine.Of(page, set)}\n```")));
        Section(text, "DESCRIPTION", page.Description);
        Section(text, "EXAMPLES", Parts(page.Examples));
        Section(text, "PARAMETERS",
            Parts(page.Parameters.Select(p => ("-" + p.Name, $"{p.Text}\n\n```yaml\n{FactsYaml.Write(p.Facts)}\n```")))
            + "\n\n" + CommonParameters.ReplaceLineEndings("\n"));
        Section(text, "INPUTS", Parts(page.Inputs));
        Section(text, "OUTPUTS", Parts(page.Outputs));
        Section(text, "NOTES", page.Notes);
        Section(text, "RELATED LINKS", page.Links);
        return text.Append('\n').ToString();
    }

    private static void Section(StringBuilder text, string title, string content) =>
        text.Append("\n\n## ").Append(title).Append("\n\n").Append(content.TrimEnd());

    private static string Parts(IEnumerable<(string Title, string Text)> parts) =>
        string.Join("\n\n", parts.Select(part => $"### {part.Title}\n\n{part.Text}".TrimEnd()));
}
