namespace SpectralAnalyzer;

/// <summary>A range of x that contributes much to T² or Q.</summary>
/// <param name="Statistic">What it contributes to.</param>
/// <param name="Range">The range, in the x unit of the model.</param>
/// <param name="Position">The x of the largest contribution.</param>
/// <param name="Share">Its share of the statistic; contributions to T² may be negative, so that others are above 1.</param>
public sealed record ModelRegion(ModelStatistic Statistic, SpectralRange Range, double Position, double Share)
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Statistic} {Range.Min:G6}-{Range.Max:G6}: {Share * 100:0} %");
}

/// <summary>A statistic of a spectrum by a model.</summary>
public enum ModelStatistic
{
    /// <summary>Hotelling's T²: how far the spectrum is from the mean within the model.</summary>
    T2,

    /// <summary>The sum of the squared residuals: what the model does not explain.</summary>
    Q,
}
