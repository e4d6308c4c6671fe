namespace SpectralAnalyzer.Publishing.Help;

/// <summary>What can be said of a parameter without a word of prose: the block of YAML below its description.</summary>
internal sealed class ParameterFacts : IEquatable<ParameterFacts>
{
    /// <summary>Full name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>What it is when it is left out; empty where there is nothing to say.</summary>
    public string DefaultValue { get; init; } = "";

    /// <summary>True where it takes wildcards.</summary>
    public bool SupportsWildcards { get; init; }

    /// <summary>Its other names.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The sets that it is in.</summary>
    public required IReadOnlyList<ParameterSetFacts> Sets { get; init; }

    /// <summary>The values that it takes; empty where they cannot be listed.</summary>
    public IReadOnlyList<string> AcceptedValues { get; init; } = [];

    /// <summary>True where it is in a parameter set.</summary>
    public bool IsIn(string set) => Sets.Any(s => s.Name is ParameterSetFacts.All || s.Name == set);

    /// <summary>What it is in a parameter set that it is in.</summary>
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
