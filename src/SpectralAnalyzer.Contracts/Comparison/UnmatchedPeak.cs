namespace SpectralAnalyzer;

/// <summary>A peak that only one of the two spectra has.</summary>
/// <param name="Kind">Which of the two has it.</param>
/// <param name="Position">Where it is, in the baseline's x unit.</param>
/// <param name="Prominence">How far it stands out, in y units.</param>
/// <param name="RelativeHeight">Its prominence over that of the most prominent peak of its spectrum, 0 to 1.</param>
/// <param name="Width">Its width at half its prominence, in the baseline's x unit.</param>
public sealed record UnmatchedPeak(
    UnmatchedPeakKind Kind, double Position, double Prominence, double RelativeHeight, double Width)
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Position:0.##} ({(Kind == UnmatchedPeakKind.Lost ? "lost" : "new")})");
}
