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
    /// <summary>Its prominence in the baseline over that of the baseline's most prominent peak, 0 to 1.</summary>
    public double ReferenceRelativeHeight { get; init; } = double.NaN;

    /// <summary>Its prominence in the sample over that of the sample's most prominent peak, 0 to 1.</summary>
    public double SampleRelativeHeight { get; init; } = double.NaN;

    /// <summary>Its width in the baseline at half its prominence, in the baseline's x unit.</summary>
    public double ReferenceWidth { get; init; } = double.NaN;

    /// <summary>Its width in the sample at half its prominence.</summary>
    public double SampleWidth { get; init; } = double.NaN;

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{ReferencePosition:0.##} ({Shift:+0.##;-0.##;0})");
}
