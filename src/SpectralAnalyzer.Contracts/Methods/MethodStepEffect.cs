namespace SpectralAnalyzer;

/// <summary>What a step of a method did to a spectrum.</summary>
public sealed record MethodStepEffect
{
    /// <summary>Full path of the file of the spectrum; empty for one made in memory.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the spectrum within its file; null where the file holds one.</summary>
    public string? Series { get; init; }

    /// <summary>The place of the step in the method, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The step.</summary>
    public required SpectralStep Step { get; init; }

    /// <summary>The spectrum before the step.</summary>
    public required Spectrum Before { get; init; }

    /// <summary>The spectrum after the step; null where the step cannot be applied.</summary>
    public Spectrum? After { get; init; }

    /// <summary>Why the step cannot be applied; null where it was.</summary>
    public SpectralError? Error { get; init; }

    /// <summary>The number of points before the step.</summary>
    public int PointsBefore => Before.Count;

    /// <summary>The number of points after the step; null where it cannot be applied.</summary>
    public int? PointsAfter => After?.Count;

    /// <summary>The range of x before the step; null for a single point.</summary>
    public SpectralRange? XBefore => RangeOf(Before.Abscissae.Span);

    /// <summary>The range of x after the step; null for a single point, or where the step cannot be applied.</summary>
    public SpectralRange? XAfter => After is null ? null : RangeOf(After.Abscissae.Span);

    /// <summary>The range of y before the step; null where all values are the same or missing.</summary>
    public SpectralRange? YBefore => RangeOf(Before.Ordinates.Span);

    /// <summary>The range of y after the step; null where all values are the same or missing.</summary>
    public SpectralRange? YAfter => After is null ? null : RangeOf(After.Ordinates.Span);

    /// <inheritdoc/>
    public override string ToString() => Error is null ? $"{Number}. {Step}" : $"{Number}. {Step}: {Error}";

    private static SpectralRange? RangeOf(ReadOnlySpan<double> values)
    {
        double min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                continue;
            min = Math.Min(min, value);
            max = Math.Max(max, value);
        }

        return min < max ? new SpectralRange(min, max) : null;
    }
}
