namespace SpectralAnalyzer.Publishing.Help;

/// <summary>The facts of a parameter: the YAML block below its description.</summary>
internal sealed class ParameterFacts : IEquatable<ParameterFacts>
{
    /// <summary>The full name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>The default value; empty when there is none to name.</summary>
    public string DefaultValue { get; init; } = "";

    /// <summary>True when it takes wildcards.</summary>
    public bool SupportsWildcards { get; init; }

    /// <summary>Its aliases.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Its parameter sets.</summary>
    public required IReadOnlyList<ParameterSetFacts> Sets { get; init; }

    /// <summary>The accepted values; empty when they cannot be listed.</summary>
    public IReadOnlyList<string> AcceptedValues { get; init; } = [];

    /// <summary>The text that pwsh shows with Tab.</summary>
    public string HelpMessage { get; init; } = "";

    /// <summary>Returns true when it is in a parameter set.</summary>
    public bool IsIn(string set) => Sets.Any(s => s.Name is ParameterSetFacts.All || s.Name == set);

    /// <summary>Returns its facts in one of its parameter sets.</summary>
    public ParameterSetFacts In(string set) => Sets.First(s => s.Name is ParameterSetFacts.All || s.Name == set);

    /// <inheritdoc/>
    public bool Equals(ParameterFacts? other) => other is not null && FactsYaml.Write(this) == FactsYaml.Write(other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParameterFacts);

    /// <inheritdoc/>
    public override int GetHashCode() => Type.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => FactsYaml.Write(this);
}
