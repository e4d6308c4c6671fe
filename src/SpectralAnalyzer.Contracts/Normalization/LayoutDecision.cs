namespace SpectralAnalyzer;

/// <summary>How an uncertain layout was resolved.</summary>
public sealed record LayoutDecision
{
    /// <summary>What decided.</summary>
    public NormalizedBy By { get; init; }

    /// <summary>The confidence of the detected layout, from 0 to 1.</summary>
    public double ConfidenceBefore { get; init; }

    /// <summary>The confidence of the resolved layout, from 0 to 1.</summary>
    public double ConfidenceAfter { get; init; }

    /// <summary>The model that answered, now or when the recipe was made; null if none did.</summary>
    public string? Model { get; init; }

    /// <summary>The id of the recipe that was applied or made, or null.</summary>
    public string? RecipeId { get; init; }

    /// <summary>The number of requests for this file; 0 if the answer for another file was used.</summary>
    public int Requests { get; init; }

    /// <summary>The tokens of these requests, as the server reports them.</summary>
    public long Tokens { get; init; }

    /// <summary>The cost in the service's currency; null if the server does not report it.</summary>
    public decimal? Cost { get; init; }

    /// <summary>The reason for the decision, or null.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{By}{(Model is null ? "" : $" ({Model})")}: confidence {ConfidenceBefore:F2}, then {ConfidenceAfter:F2}");
}
