namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The help of a cmdlet: the Markdown of its parts.</summary>
internal sealed record CommandPage
{
    /// <summary>The cmdlet's name.</summary>
    public required string Name { get; init; }

    /// <summary>The day that the page was made.</summary>
    public required string Date { get; init; }

    /// <summary>Address of the page on the web, or empty.</summary>
    public string HelpUri { get; init; } = "";

    /// <summary>One sentence.</summary>
    public string Synopsis { get; init; } = "";

    /// <summary>The parameter sets' names, the default one first.</summary>
    public IReadOnlyList<string> Sets { get; init; } = [];

    /// <summary>What it does.</summary>
    public string Description { get; init; } = "";

    /// <summary>Examples: title and text.</summary>
    public IReadOnlyList<(string Title, string Text)> Examples { get; init; } = [];

    /// <summary>Parameters: name, description and facts.</summary>
    public IReadOnlyList<(string Name, string Text, ParameterFacts Facts)> Parameters { get; init; } = [];

    /// <summary>What the pipeline brings: type and text.</summary>
    public IReadOnlyList<(string Type, string Text)> Inputs { get; init; } = [];

    /// <summary>What comes out: type and text.</summary>
    public IReadOnlyList<(string Type, string Text)> Outputs { get; init; } = [];

    /// <summary>What else there is to know.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Where to read on.</summary>
    public string Links { get; init; } = "";
}
