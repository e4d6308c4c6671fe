namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The facts of a compiled cmdlet.</summary>
internal sealed record CommandFacts
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where Get-Help -Online leads.</summary>
    public required string HelpUri { get; init; }

    /// <summary>The names of its parameter sets, the default one first.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Its parameters by name, without the common parameters.</summary>
    public required IReadOnlyList<(string Name, ParameterFacts Facts)> Parameters { get; init; }

    /// <summary>Full names of the types that it takes from the pipeline.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Full names of the types that it emits.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }
}
