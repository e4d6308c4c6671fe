namespace SpectralAnalyzer;

/// <summary>A peak of the baseline and the sample's peak that belongs to it.</summary>
/// <param name="ReferencePosition">Where it is in the baseline, in the baseline's x unit.</param>
/// <param name="SamplePosition">Where it is in the sample.</param>
/// <param name="Shift">Sample minus baseline.</param>
/// <param name="ReferenceProminence">How far it stands out in the baseline, in y units.</param>
/// <param name="SampleProminence">How far it stands out in the sample, in y units.</param>
public sealed record PeakMatch(
    double ReferencePosition,
    double SamplePosition,
    double Shift,
    double ReferenceProminence,
    double SampleProminence)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{ReferencePosition:0.##} → {SamplePosition:0.##} ({Shift:+0.##;-0.##;0})");
}
