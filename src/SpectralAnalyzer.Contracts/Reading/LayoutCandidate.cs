namespace SpectralAnalyzer;

/// <summary>A layout that was considered, with its evidence.</summary>
/// <param name="Layout">The layout.</param>
/// <param name="Confidence">How sure it is, from 0 to 1.</param>
/// <param name="Evidence">What was observed.</param>
public sealed record LayoutCandidate(TableLayout Layout, double Confidence, IReadOnlyList<LayoutEvidence> Evidence)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Confidence:F2}: {Layout}");
}
