namespace SpectralAnalyzer;

/// <summary>The limits of one value: a metric of the comparison, or a band.</summary>
public sealed record SpectralLimit
{
    /// <summary>The name of the metric, for example <c>Correlation</c>, or of the band.</summary>
    public required string Name { get; init; }

    /// <summary>The smallest value that does not fail.</summary>
    public double? Min { get; init; }

    /// <summary>The largest value that does not fail.</summary>
    public double? Max { get; init; }

    /// <summary>The smallest value that passes without a warning.</summary>
    public double? WarnMin { get; init; }

    /// <summary>The largest value that passes without a warning.</summary>
    public double? WarnMax { get; init; }

    /// <summary>The line of the method file that states the limit, from 1; null for one that was made elsewhere.</summary>
    public int? Line { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
