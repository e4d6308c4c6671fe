namespace SpectralAnalyzer;

/// <summary>A summary of numbers.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Minimum">The smallest.</param>
/// <param name="P05">The 5th percentile.</param>
/// <param name="Median">The 50th percentile.</param>
/// <param name="P95">The 95th percentile.</param>
/// <param name="Maximum">The largest.</param>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The sample standard deviation; NaN for fewer than two.</param>
public sealed record ValueDistribution(
    int Count, double Minimum, double P05, double Median, double P95, double Maximum, double Mean, double StandardDeviation)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Minimum:G4} … {Median:G4} … {Maximum:G4} (mean {Mean:G4} ± {StandardDeviation:G2}, n = {Count})");
}
