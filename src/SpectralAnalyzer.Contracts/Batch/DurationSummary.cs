namespace SpectralAnalyzer;

/// <summary>A summary of durations.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Total">Their sum.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Median">The 50th percentile.</param>
/// <param name="P95">The 95th percentile.</param>
/// <param name="Max">The longest.</param>
public sealed record DurationSummary(
    int Count, TimeSpan Total, TimeSpan Mean, TimeSpan Median, TimeSpan P95, TimeSpan Max)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Total.TotalSeconds:F2} s in all, mean {Mean.TotalMilliseconds:F1} ms, 95 % under {P95.TotalMilliseconds:F1} ms");
}
