namespace SpectralAnalyzer;

/// <summary>What cross-validation finds for a number of components.</summary>
/// <param name="Components">The number of components.</param>
/// <param name="Error">
/// The root mean squared error of what was left out: RMSECV in the unit of the property; without a property that of the scaled
/// values.
/// </param>
/// <param name="StandardError">The standard error of the mean squared error over the parts that were left out.</param>
/// <param name="Bias">The mean of predicted − measured; NaN without a property.</param>
/// <param name="RSquared">1 − the sum of squared errors ÷ that of the deviations from the mean; NaN without a property.</param>
public sealed record ModelValidation(int Components, double Error, double StandardError, double Bias, double RSquared);
