namespace SpectralAnalyzer.Core.Processing;

/// <summary>
/// Polynomials that are orthonormal on given positions, from the three-term recurrence of G. E. Forsythe, J. Soc. Ind. Appl.
/// Math. 5 (1957) 74–88. A least-squares fit is a sum of projections on them.
/// </summary>
internal static class OrthogonalPolynomials
{
    /// <summary>
    /// Returns the values of the polynomials of degree 0 to <paramref name="order"/> and of a derivative of them.
    /// </summary>
    /// <param name="positions">Different positions.</param>
    /// <param name="weights">The weights at the positions; more of them than the order are not 0.</param>
    /// <param name="order">The highest degree.</param>
    /// <param name="derivative">The derivative, 0 to 2.</param>
    internal static (double[][] Values, double[][] Derivatives) Create(
        ReadOnlySpan<double> positions, ReadOnlySpan<double> weights, int order, int derivative)
    {
        var count = positions.Length;
        var t = Scaled(positions, out var scale);
        var levels = new double[derivative + 1][][];
        for (var level = 0; level <= derivative; level++)
            levels[level] = [.. Enumerable.Range(0, order + 1).Select(_ => new double[count])];
        var p = levels[0];
        double total = 0;
        foreach (var weight in weights)
            total += weight;
        Array.Fill(p[0], 1 / Math.Sqrt(total));
        double before = 0;
        for (var k = 0; k < order; k++)
        {
            double center = 0;
            for (var i = 0; i < count; i++)
                center += weights[i] * t[i] * p[k][i] * p[k][i];
            double norm = 0;
            for (var i = 0; i < count; i++)
            {
                p[k + 1][i] = ((t[i] - center) * p[k][i]) - (k == 0 ? 0 : before * p[k - 1][i]);
                norm += weights[i] * p[k + 1][i] * p[k + 1][i];
            }

            norm = Math.Sqrt(norm);
            for (var i = 0; i < count; i++)
                p[k + 1][i] /= norm;
            for (var level = 1; level <= derivative; level++)
            {
                double[][] d = levels[level], lower = levels[level - 1];
                for (var i = 0; i < count; i++)
                {
                    d[k + 1][i] = ((level * lower[k][i]) + ((t[i] - center) * d[k][i])
                        - (k == 0 ? 0 : before * d[k - 1][i])) / norm;
                }
            }

            before = norm;
        }

        var factor = Math.Pow(scale, derivative);
        return (p, derivative == 0 ? p : Array.ConvertAll(levels[derivative], d => Array.ConvertAll(d, v => v * factor)));
    }

    /// <summary>Fits values by least squares.</summary>
    /// <param name="basis">The polynomials.</param>
    /// <param name="weights">The weights that the polynomials were made with.</param>
    /// <param name="values">The values.</param>
    /// <param name="fit">Receives the fit at the positions.</param>
    internal static void Fit(
        double[][] basis, ReadOnlySpan<double> weights, ReadOnlySpan<double> values, Span<double> fit)
    {
        fit.Clear();
        foreach (var polynomial in basis)
        {
            double sum = 0;
            for (var i = 0; i < values.Length; i++)
                sum += weights[i] * polynomial[i] * values[i];
            for (var i = 0; i < values.Length; i++)
                fit[i] += sum * polynomial[i];
        }
    }

    // to −1 … 1
    private static double[] Scaled(ReadOnlySpan<double> positions, out double scale)
    {
        double minimum = positions[0], maximum = positions[^1];
        scale = 2 / (maximum - minimum);
        var t = new double[positions.Length];
        for (var i = 0; i < t.Length; i++)
            t[i] = ((positions[i] - minimum) - (maximum - positions[i])) / (maximum - minimum);
        return t;
    }
}
