namespace SpectralAnalyzer;

/// <summary>A band to measure.</summary>
public sealed record SpectralBand
{
    /// <summary>The name, for example <c>oxidation</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What is measured.</summary>
    public required BandMeasure Measure { get; init; }

    /// <summary>The x at which a height is measured; null where <see cref="Range"/> is stated.</summary>
    public double? Position { get; init; }

    /// <summary>The range that is measured.</summary>
    public SpectralRange? Range { get; init; }

    /// <summary>
    /// The two x between which a straight line is the local base, or one x whose y is the base everywhere; empty to measure
    /// from 0.
    /// </summary>
    public IReadOnlyList<double> Base { get; init => field = ListedValues<double>.Wrap(value); } =
        ListedValues<double>.Wrap([]);

    /// <summary>The spectrum that is measured.</summary>
    public BandSource Of { get; init; }

    /// <summary>Of a ratio: the name of the band that is divided.</summary>
    public string? Numerator { get; init; }

    /// <summary>Of a ratio: the name of the band that it is divided by.</summary>
    public string? Denominator { get; init; }

    /// <summary>The line of the method file that states the band, from 1; null for one that was made elsewhere.</summary>
    public int? Line { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
