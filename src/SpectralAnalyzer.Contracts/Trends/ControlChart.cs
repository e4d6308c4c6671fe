namespace SpectralAnalyzer;

/// <summary>A control chart of single values (Shewhart), with an exponentially weighted moving average.</summary>
public sealed record ControlChart
{
    /// <summary>The center line, in the unit of the values; NaN where no value is a number.</summary>
    public double Center { get; init; }

    /// <summary>
    /// The standard deviation, in the unit of the values: the mean of the ranges of two values in a row ÷ 1.128, unless it was
    /// stated; NaN where there are fewer than two values.
    /// </summary>
    public double Sigma { get; init; }

    /// <summary>The lower control limit, center − 3 σ.</summary>
    public double LowerLimit => Center - (3 * Sigma);

    /// <summary>The upper control limit, center + 3 σ.</summary>
    public double UpperLimit => Center + (3 * Sigma);

    /// <summary>The points, one for each value and in the same order.</summary>
    public IReadOnlyList<ControlChartPoint> Points { get; init => field = ListedValues<ControlChartPoint>.Wrap(value); } =
        ListedValues<ControlChartPoint>.Wrap([]);
}

/// <summary>A point of a control chart.</summary>
/// <param name="Value">The value; NaN where it is missing, which no rule counts.</param>
/// <param name="Average">The exponentially weighted moving average, which starts at the center; NaN for a missing value.</param>
/// <param name="AverageLower">The lower limit of the average at this point.</param>
/// <param name="AverageUpper">The upper limit of the average at this point.</param>
/// <param name="Fired">The rules that the point completes.</param>
public sealed record ControlChartPoint(
    double Value, double Average, double AverageLower, double AverageUpper, ControlRules Fired);
