namespace SpectralAnalyzer;

/// <summary>How a model is learned.</summary>
public sealed record ModelOptions
{
    /// <summary>The name of the model.</summary>
    public required string Name { get; init; }

    /// <summary>The method whose steps prepare the spectra; null for none.</summary>
    public SpectralMethod? Method { get; init; }

    /// <summary>What the values at each x are divided by.</summary>
    public ModelScaling Scaling { get; init; }

    /// <summary>The number of components; null to choose it by cross-validation.</summary>
    public int? Components { get; init; }

    /// <summary>The most components that cross-validation tries.</summary>
    public int MaximumComponents { get; init; } = 10;

    /// <summary>
    /// How many parts cross-validation makes of the spectra, each of which is left out once; 0 for no cross-validation, which
    /// needs <see cref="Components"/>.
    /// </summary>
    public int Folds { get; init; } = 10;

    /// <summary>The share of good spectra that the limits let pass, above 0.5 and below 1.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>The name of the property that is predicted; null for a model of principal components.</summary>
    public string? Property { get; init; }

    /// <summary>The value of the property of each spectrum, in their order; empty without a property.</summary>
    public IReadOnlyList<double> PropertyValues { get; init => field = ListedValues<double>.Wrap(value); } =
        ListedValues<double>.Wrap([]);
}
