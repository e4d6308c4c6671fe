namespace SpectralAnalyzer.Core.Normalization.Ai;

/// <summary>What asking came to.</summary>
internal sealed record AiLayoutResult
{
    /// <summary>What was read by the answer; null where none held.</summary>
    public SpectralFileContent? Content { get; init; }

    /// <summary>The answer as a recipe; null where none held.</summary>
    public LayoutRecipe? Recipe { get; init; }

    /// <summary>What it took.</summary>
    public required AiUsage Tally { get; init; }

    /// <summary>Why no answer held, or null.</summary>
    public SpectralError? Failure { get; init; }

    /// <summary>What the failure means for the next question.</summary>
    public AiErrorKind Trouble { get; init; }
}
