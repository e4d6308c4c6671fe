namespace SpectralAnalyzer;

/// <summary>A model of good spectra: what they have in common, and how far one may be from that. Immutable.</summary>
public sealed record SpectralModel
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Full path of the model file; empty for a model in memory.</summary>
    public string Path { get; init; } = "";

    /// <summary>What the model is made of.</summary>
    public ModelKind Kind { get; init; }

    /// <summary>When the model was learned.</summary>
    public DateTime CreatedUtc { get; init; }

    /// <summary>The version of the engine that learned it.</summary>
    public string EngineVersion { get; init; } = "";

    /// <summary>The method whose steps prepare spectra; null where none was used.</summary>
    public MethodStamp? Method { get; init; }

    /// <summary>The steps that prepare a spectrum before it is measured, in order.</summary>
    public IReadOnlyList<SpectralStep> Steps { get; init => field = ListedValues<SpectralStep>.Wrap(value); } =
        ListedValues<SpectralStep>.Wrap([]);

    /// <summary>The axis of the prepared spectra.</summary>
    public SpectralAxis Axis { get; init; } = SpectralAxis.Unknown;

    /// <summary>The ordinate of the prepared spectra.</summary>
    public SpectralOrdinate Ordinate { get; init; } = SpectralOrdinate.Unknown;

    /// <summary>What the values at each x are divided by.</summary>
    public ModelScaling Scaling { get; init; }

    /// <summary>The share of good spectra that the limits let pass.</summary>
    public double Confidence { get; init; }

    /// <summary>The number of components.</summary>
    public int Components { get; init; }

    /// <summary>The x of the values, rising.</summary>
    public IReadOnlyList<double> X { get; init => field = ListedValues<double>.Wrap(value); } = ListedValues<double>.Wrap([]);

    /// <summary>The mean at each x.</summary>
    public IReadOnlyList<double> Mean { get; init => field = ListedValues<double>.Wrap(value); } = ListedValues<double>.Wrap([]);

    /// <summary>What the values at each x are divided by; 1 without scaling.</summary>
    public IReadOnlyList<double> Scale { get; init => field = ListedValues<double>.Wrap(value); } =
        ListedValues<double>.Wrap([]);

    /// <summary>For each component, what the scaled values at each x are multiplied by to give the score.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Weights
    {
        get;
        init => field = ListedValues<IReadOnlyList<double>>.Wrap(value);
    } = ListedValues<IReadOnlyList<double>>.Wrap([]);

    /// <summary>For each component, what one unit of score is at each x: its weights, of principal components.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Loadings
    {
        get;
        init => field = ListedValues<IReadOnlyList<double>>.Wrap(value);
    } = ListedValues<IReadOnlyList<double>>.Wrap([]);

    /// <summary>The variance of each score in calibration.</summary>
    public IReadOnlyList<double> ScoreVariances { get; init => field = ListedValues<double>.Wrap(value); } =
        ListedValues<double>.Wrap([]);

    /// <summary>The share of the variance of the scaled values that each component explains, 0 to 1.</summary>
    public IReadOnlyList<double> ExplainedVariance { get; init => field = ListedValues<double>.Wrap(value); } =
        ListedValues<double>.Wrap([]);

    /// <summary>The limits.</summary>
    public ModelLimits Limits { get; init; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>The spectra that the model has learned from.</summary>
    public IReadOnlyList<ModelSample> Samples { get; init => field = ListedValues<ModelSample>.Wrap(value); } =
        ListedValues<ModelSample>.Wrap([]);

    /// <summary>What cross-validation found for each number of components; empty where it was not made.</summary>
    public IReadOnlyList<ModelValidation> Validation { get; init => field = ListedValues<ModelValidation>.Wrap(value); } =
        ListedValues<ModelValidation>.Wrap([]);

    /// <summary>
    /// The share of the good spectra that a model without them judges outside, 0 to 1; about 1 − <see cref="Confidence"/> is
    /// expected. Null without cross-validation.
    /// </summary>
    public double? OutsideInValidation { get; init; }

    /// <summary>What predicts the property; null for a model of principal components.</summary>
    public ModelRegression? Regression { get; init; }

    /// <summary>What to know before the model is trusted.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = ListedValues<string>.Wrap(value); } =
        ListedValues<string>.Wrap([]);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}: {Components} components of {Samples.Count} spectra, {X.Count} points");
}
