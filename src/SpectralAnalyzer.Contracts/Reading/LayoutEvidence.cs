namespace SpectralAnalyzer;

/// <summary>One observation for or against a layout.</summary>
/// <param name="Observation">What was seen, in words.</param>
/// <param name="Weight">What it adds to (or, negative, takes from) the confidence.</param>
public sealed record LayoutEvidence(string Observation, double Weight)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Weight:+0.00;-0.00;0.00} {Observation}");
}
