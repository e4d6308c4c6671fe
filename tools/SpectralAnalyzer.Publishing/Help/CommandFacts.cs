namespace SpectralAnalyzer.Publishing.Help;

/// <summary>A cmdlet as it is compiled.</summary>
internal sealed record CommandFacts
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The names of its parameter sets, the default one first.</summary>
    public required IReadOnlyList<string> Sets { get; init; }

    /// <summary>Its parameters by name, those that all cmdlets have left out.</summary>
    public required IReadOnlyList<(string Name, ParameterFacts Facts)> Parameters { get; init; }

    /// <summary>Full names of the types that the pipeline brings in.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Full names of the types that it emits.</summary>
    public required IReadOnlyList<string> Outputs { get; init; }
}
