namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>The parameters and checks that backgrounds by polynomials share.</summary>
internal static class PolynomialBackground
{
    internal static StepParameterInfo Order { get; } = Parameter.Integer("order", "The order of the polynomial.", 2, 0, 20);

    internal static StepParameterInfo Tolerance { get; } =
        Parameter.Number("tolerance", "The iteration ends where the relative change is less.", 1e-3, 1e-12, 1);

    internal static StepParameterInfo Iterations { get; } =
        Parameter.Integer("iterations", "The most iterations; a spectrum that needs more is refused.", 250, 1, 100_000);

    /// <summary>Returns polynomials that are orthonormal on the points of a weight other than 0.</summary>
    internal static double[][] Basis(ProcessingStepInfo step, Spectrum spectrum, double[] weights, int order)
    {
        var x = spectrum.Abscissae.Span;
        var distinct = 0;
        var last = double.NaN;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0 || x[i] == last)
                continue;
            last = x[i];
            distinct++;
        }

        return distinct > order
            ? OrthogonalPolynomials.Create(x, weights, order, derivative: 0).Values
            : throw StepErrors.NotApplicable(step, Invariant(
                $"a polynomial of order {order} needs {order + 1} points, and there are {distinct}."));
    }

    internal static double[] Ones(int count)
    {
        var ones = new double[count];
        Array.Fill(ones, 1);
        return ones;
    }

    /// <summary>Returns the standard deviation, with n, of the differences.</summary>
    internal static double Deviation(double[] y, double[] fit)
    {
        double sum = 0, squares = 0;
        for (var i = 0; i < y.Length; i++)
            sum += y[i] - fit[i];
        var mean = sum / y.Length;
        for (var i = 0; i < y.Length; i++)
            squares += (y[i] - fit[i] - mean) * (y[i] - fit[i] - mean);
        return Math.Sqrt(squares / y.Length);
    }
}
