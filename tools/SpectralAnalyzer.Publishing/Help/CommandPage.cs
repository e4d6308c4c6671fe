namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The help page of a cmdlet: its parts as Markdown.</summary>
internal sealed record CommandPage
{
    /// <summary>The cmdlet's name.</summary>
    public required string Name { get; init; }

    /// <summary>The date of the page.</summary>
    public required string Date { get; init; }

    /// <summary>The online address of the page, or empty.</summary>
    public string HelpUri { get; init; } = "";

    /// <summary>The synopsis, one sentence.</summary>
    public string Synopsis { get; init; } = "";

    /// <summary>The parameter sets' names, the default one first.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>The description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Examples: title and text.</summary>
    public IReadOnlyList<(string Title, string Text)> Examples { get; init; } = [];

    /// <summary>Parameters: name, description and facts.</summary>
    public IReadOnlyList<(string Name, string Text, ParameterFacts Facts)> Parameters { get; init; } = [];

    /// <summary>The pipeline inputs: type and text.</summary>
    public IReadOnlyList<(string Type, string Text)> Inputs { get; init; } = [];

    /// <summary>The outputs: type and text.</summary>
    public IReadOnlyList<(string Type, string Text)> Outputs { get; init; } = [];

    /// <summary>The notes.</summary>
    public string Notes { get; init; } = "";

    /// <summary>The related links.</summary>
    public string Links { get; init; } = "";
}
