namespace SpectralAnalyzer;

/// <summary>What a model finds of a spectrum.</summary>
public sealed record SpectralModelResult
{
    /// <summary>The label of the spectrum.</summary>
    public required string Spectrum { get; init; }

    /// <summary>Full path of its file; null for a spectrum without a file.</summary>
    public string? Path { get; init; }

    /// <summary>The name of the spectrum within its file; null where the file has one.</summary>
    public string? Series { get; init; }

    /// <summary>The name of the model.</summary>
    public string Model { get; init; } = "";

    /// <summary>Whether T² and Q are within their limits.</summary>
    public ModelVerdict Verdict { get; init; }

    /// <summary>Why the spectrum is outside, with the range that is odd; empty where it is inside.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The scores, one for each component.</summary>
    public IReadOnlyList<double> Scores { get; init => field = ListedValues<double>.Wrap(value); } =
        ListedValues<double>.Wrap([]);

    /// <summary>Hotelling's T².</summary>
    public double T2 { get; init; }

    /// <summary>The limit of T² for spectra that the model has not learned from.</summary>
    public double T2Limit { get; init; }

    /// <summary>The sum of the squared residuals.</summary>
    public double Q { get; init; }

    /// <summary>The limit of Q; NaN where there is none, so that Q is not judged.</summary>
    public double QLimit { get; init; }

    /// <summary>The ranges of x that contribute most to T² and to Q, the largest share of each first.</summary>
    public IReadOnlyList<ModelRegion> Regions { get; init => field = ListedValues<ModelRegion>.Wrap(value); } =
        ListedValues<ModelRegion>.Wrap([]);

    /// <summary>The name of the property that is predicted; null for a model of principal components.</summary>
    public string? Property { get; init; }

    /// <summary>The predicted value; NaN without a property.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>The standard error of the predicted value; NaN without a property.</summary>
    public double StandardError { get; init; } = double.NaN;

    /// <summary>The lower end of the interval that contains the true value with the confidence of the model.</summary>
    public double Lower { get; init; } = double.NaN;

    /// <summary>The upper end of that interval.</summary>
    public double Upper { get; init; } = double.NaN;

    /// <summary>What to know of the values, such as a prediction outside of the range that the model has learned.</summary>
    public IReadOnlyList<string> Warnings { get; init => field = ListedValues<string>.Wrap(value); } =
        ListedValues<string>.Wrap([]);

    /// <summary>
    /// Prepared spectrum − model on the grid of the model, in the unit of y; null unless it was asked for. It can be drawn and
    /// exported as any spectrum.
    /// </summary>
    public Spectrum? Residual { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Spectrum}: {Verdict}";
}
