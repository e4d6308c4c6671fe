namespace SpectralAnalyzer;

/// <summary>The part of a model that predicts a property.</summary>
public sealed record ModelRegression
{
    /// <summary>The name of the property.</summary>
    public required string Property { get; init; }

    /// <summary>The mean of the property, which is predicted for scores of 0.</summary>
    public double Mean { get; init; }

    /// <summary>The change of the property with each score.</summary>
    public IReadOnlyList<double> Coefficients { get; init => field = ListedValues<double>.Wrap(value); } =
        ListedValues<double>.Wrap([]);

    /// <summary>The smallest value that the model has learned from.</summary>
    public double Minimum { get; init; }

    /// <summary>The largest value that the model has learned from.</summary>
    public double Maximum { get; init; }

    /// <summary>The standard error of calibration, √(Σ(predicted − measured)² ÷ (spectra − components − 1)).</summary>
    public double StandardError { get; init; }

    /// <summary>r² of calibration.</summary>
    public double RSquared { get; init; }
}
