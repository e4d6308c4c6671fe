namespace SpectralAnalyzer;

/// <summary>A spectrum that a model has learned from.</summary>
public sealed record ModelSample
{
    /// <summary>The label of the spectrum.</summary>
    public required string Name { get; init; }

    /// <summary>The SHA-256 of its file or, without a file, of its numbers, units and names; in hexadecimal digits.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>The scores, one for each component.</summary>
    public IReadOnlyList<double> Scores { get; init => field = ListedValues<double>.Wrap(value); } =
        ListedValues<double>.Wrap([]);

    /// <summary>Hotelling's T².</summary>
    public double T2 { get; init; }

    /// <summary>The sum of the squared residuals.</summary>
    public double Q { get; init; }

    /// <summary>The value of the property that was stated; null without a property.</summary>
    public double? Measured { get; init; }

    /// <summary>
    /// The value that cross-validation predicts, from a model that does not know the spectrum; null without a property or without
    /// cross-validation.
    /// </summary>
    public double? Predicted { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
