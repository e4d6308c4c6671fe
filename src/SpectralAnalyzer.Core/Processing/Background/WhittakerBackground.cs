namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>The iteration that the backgrounds by penalized least squares share.</summary>
/// <param name="step">The step.</param>
/// <param name="parameters">Its parameters.</param>
internal sealed class WhittakerBackground(ProcessingStepInfo step, StepParameters parameters)
{
    private const int FewestPoints = 5;

    private readonly double _lambda = parameters.Number("lambda");
    private readonly double _tolerance = parameters.Number("tolerance");
    private readonly int _iterations = parameters.Integer("iterations");

    /// <summary>Makes the weights of the next iteration.</summary>
    /// <param name="iteration">The number of the iteration that made the background, from 1.</param>
    /// <param name="y">The values.</param>
    /// <param name="background">The background.</param>
    /// <param name="weights">The weights that made it.</param>
    /// <param name="next">Receives the weights.</param>
    /// <returns>What must fall below the tolerance.</returns>
    internal delegate double Reweight(
        int iteration, ReadOnlySpan<double> y, double[] background, double[] weights, double[] next);

    internal static StepParameterInfo Lambda(double byDefault) => Parameter.Number(
        "lambda", "The smoothness: the larger, the stiffer is the background. It grows with the fourth power of the points "
            + "in a given width.", byDefault, 1e-3, 1e15);

    internal static StepParameterInfo Tolerance { get; } =
        Parameter.Number("tolerance", "The iteration ends where the change is less.", 1e-3, 1e-12, 1);

    internal static StepParameterInfo Iterations { get; } =
        Parameter.Integer("iterations", "The most iterations; a spectrum that needs more is refused.", 50, 1, 100_000);

    /// <summary>Subtracts the background.</summary>
    internal Spectrum Subtract(Spectrum spectrum, Reweight reweight)
    {
        StepErrors.AtLeast(step, spectrum, FewestPoints, "it");
        StepErrors.BandsPointUp(step, spectrum);
        var y = StepErrors.Complete(step, spectrum);
        var smoother = new WhittakerSmoother(_lambda, y.Length);
        double[] background = new double[y.Length], weights = new double[y.Length], next = new double[y.Length];
        Array.Fill(weights, 1);
        for (var iteration = 1; iteration <= _iterations + 1; iteration++)
        {
            if (!smoother.Solve(weights, y, background))
            {
                throw StepErrors.NotApplicable(
                    step, Invariant($"its equations cannot be solved with a lambda of {_lambda}."), "Use a smaller lambda.");
            }

            if (reweight(iteration, y, background, weights, next) < _tolerance)
                return Corrected.By(spectrum, background);
            (weights, next) = (next, weights);
        }

        throw NotConverged(step, _iterations);
    }

    internal static SpectralException NotConverged(ProcessingStepInfo step, int iterations) => StepErrors.NotApplicable(
        step, Invariant($"it has not converged after {iterations} iterations."), "Raise 'iterations' or 'tolerance'.");

    /// <summary>Returns ‖b − a‖ ÷ ‖a‖.</summary>
    internal static double Change(double[] a, double[] b)
    {
        double difference = 0, norm = 0;
        for (var i = 0; i < a.Length; i++)
        {
            difference += (b[i] - a[i]) * (b[i] - a[i]);
            norm += a[i] * a[i];
        }

        return difference == 0 ? 0 : Math.Sqrt(difference / norm);
    }
}
