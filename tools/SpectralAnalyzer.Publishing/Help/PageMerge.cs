namespace SpectralAnalyzer.Publishing.Help;

/// <summary>Updates a page from its cmdlet: facts come from the cmdlet, prose from the page.</summary>
internal static class PageMerge
{
    /// <summary>The placeholder for a text that is not written yet.</summary>
    public const string Missing = "{{ Fill in }}";

    /// <summary>Returns the page with the facts of the cmdlet.</summary>
    /// <param name="page">The page, or null when there is none yet.</param>
    /// <param name="command">The facts.</param>
    /// <param name="summary">
    /// Returns the code's summary of a parameter, or of the cmdlet for an empty name: the draft of a text.
    /// </param>
    internal static CommandPage Merge(CommandPage? page, CommandFacts command, Func<string, string?> summary)
    {
        page ??= new CommandPage
        {
            Name = command.Name,
            Date = DateTime.UtcNow.ToString("MM/dd/yyyy", System.Globalization.CultureInfo.InvariantCulture),
            Synopsis = summary("") ?? Missing,
            Description = Missing,
            Examples = [("Example 1: " + Missing, $"```powershell\n{Missing}\n```\n\n```output\n{Missing}\n```\n\n{Missing}")],
            Notes = Missing,
            Links = Missing,
        };
        return page with
        {
            Name = command.Name,
            HelpUri = command.HelpUri,
            Sets = command.Sets,
            Parameters = [.. command.Parameters.Select(parameter => (
                parameter.Name,
                page.Parameters.FirstOrDefault(p => p.Name == parameter.Name)
                    .Text ?? Standard(parameter.Name) ?? summary(parameter.Name) ?? Missing,
                parameter.Facts))],
            Inputs = Typed(page.Inputs, command.Inputs),
            Outputs = Typed(page.Outputs, command.Outputs),
        };
    }

    private static string? Standard(string name) => name switch
    {
        "WhatIf" => "Shows what would be done, and does nothing.",
        "Confirm" => "Asks for confirmation before it does anything.",
        _ => null,
    };

    private static (string, string)[] Typed(IReadOnlyList<(string Type, string Text)> texts, IReadOnlyList<string> types) =>
        [.. types.Select(type => (type, texts.FirstOrDefault(t => t.Type == type).Text ?? Missing))];
}
