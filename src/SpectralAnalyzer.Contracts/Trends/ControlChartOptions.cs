namespace SpectralAnalyzer;

/// <summary>The options of a control chart of single values.</summary>
public sealed record ControlChartOptions
{
    /// <summary>
    /// The number of first values, NaN not counted, that center and standard deviation are estimated from; 0 for all of them.
    /// </summary>
    public int ReferenceCount { get; init; }

    /// <summary>The center, in the unit of the values, or null to estimate it.</summary>
    public double? Center { get; init; }

    /// <summary>The standard deviation, in the unit of the values, or null to estimate it from the moving ranges.</summary>
    public double? Sigma { get; init; }

    /// <summary>The weight of a new value in the moving average, above 0 to 1.</summary>
    public double Lambda { get; init; } = 0.2;

    /// <summary>The distance of the moving average's limits from the center, in its standard deviations.</summary>
    public double AverageWidth { get; init; } = 3;

    /// <summary>The rules that are applied. Exactly the rules of Western Electric have a run of eight, not nine.</summary>
    public ControlRules Rules { get; init; } = ControlRules.Nelson;
}
