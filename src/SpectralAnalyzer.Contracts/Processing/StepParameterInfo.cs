namespace SpectralAnalyzer;

/// <summary>Describes a parameter of a step. The method file, its schema, the help and the checks follow from it.</summary>
public sealed record StepParameterInfo
{
    /// <summary>The name in camel case, for example <c>lambda</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the value is.</summary>
    public required StepParameterType Type { get; init; }

    /// <summary>What it does, in one sentence with its unit.</summary>
    public required string Summary { get; init; }

    /// <summary>The value where none is stated; null where one must be stated, unless <see cref="IsOptional"/>.</summary>
    public object? Default { get; init; }

    /// <summary>Whether the parameter can be left out although it has no default.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The smallest number that is allowed.</summary>
    public double Minimum { get; init; } = double.NegativeInfinity;

    /// <summary>The largest number that is allowed.</summary>
    public double Maximum { get; init; } = double.PositiveInfinity;

    /// <summary>The texts that are allowed; empty unless the type is a choice.</summary>
    public IReadOnlyList<string> Choices { get; init => field = ListedValues<string>.Wrap(value); } =
        ListedValues<string>.Wrap([]);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
