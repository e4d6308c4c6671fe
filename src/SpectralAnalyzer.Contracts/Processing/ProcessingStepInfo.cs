namespace SpectralAnalyzer;

/// <summary>Describes a step that prepares a spectrum, or one kind of it, as the kinds of <c>background</c> are.</summary>
public sealed record ProcessingStepInfo
{
    /// <summary>The name, for example <c>crop</c>, <c>smooth</c> or <c>background</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The kind, which the parameter <c>kind</c> states, as <c>airpls</c>; null for a step of one kind.</summary>
    public string? Kind { get; init; }

    /// <summary>What it does, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The formula as Markdown.</summary>
    public required string Formula { get; init; }

    /// <summary>Where the formula was published.</summary>
    public required string Source { get; init; }

    /// <summary>
    /// The parameters, without <c>kind</c>. The first is the one that a bare value states: <c>crop: [4000, 550]</c>; of a step of
    /// several kinds a bare value states the kind: <c>normalize: snv</c>.
    /// </summary>
    public IReadOnlyList<StepParameterInfo> Parameters { get; init => field = ListedValues<StepParameterInfo>.Wrap(value); } =
        ListedValues<StepParameterInfo>.Wrap([]);

    /// <inheritdoc/>
    public override string ToString() => Kind is null ? Name : $"{Name} {Kind}";
}
