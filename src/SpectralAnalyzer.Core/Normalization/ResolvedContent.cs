namespace SpectralAnalyzer.Core.Normalization;

/// <summary>What was read of a file whose layout is settled.</summary>
/// <param name="Content">What was read.</param>
/// <param name="Decision">How an uncertain layout was settled; null where nobody needed to.</param>
/// <param name="Warnings">What the user should know.</param>
internal sealed record ResolvedContent(SpectralFileContent Content, LayoutDecision? Decision, IReadOnlyList<string> Warnings)
{
    /// <summary>Who decided.</summary>
    public NormalizedBy By => Decision?.By ?? NormalizedBy.None;
}
