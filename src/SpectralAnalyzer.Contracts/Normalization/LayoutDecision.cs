namespace SpectralAnalyzer;

/// <summary>How an uncertain layout was settled.</summary>
public sealed record LayoutDecision
{
    /// <summary>Who decided.</summary>
    public NormalizedBy By { get; init; }

    /// <summary>How sure the reading was before, from 0 to 1.</summary>
    public double ConfidenceBefore { get; init; }

    /// <summary>How sure it is after, from 0 to 1.</summary>
    public double ConfidenceAfter { get; init; }

    /// <summary>The model that answered, now or when the recipe was made; null where none did.</summary>
    public string? Model { get; init; }

    /// <summary>The recipe that was applied or made, or null.</summary>
    public string? RecipeId { get; init; }

    /// <summary>Requests that were made for this file; 0 where an earlier file's answer was used.</summary>
    public int Requests { get; init; }

    /// <summary>Tokens that these took, as the server tells.</summary>
    public long Tokens { get; init; }

    /// <summary>What they cost, in the service's currency; null where the server does not tell.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Why it was decided so, in words; or null.</summary>
    public string? Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{By}{(Model is null ? "" : $" ({Model})")}: confidence {ConfidenceBefore:F2}, then {ConfidenceAfter:F2}");
}
