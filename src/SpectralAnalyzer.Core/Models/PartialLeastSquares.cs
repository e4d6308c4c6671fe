namespace SpectralAnalyzer.Core.Models;

/// <summary>
/// Partial least squares regression of one property by NIPALS (Wold, Sjöström and Eriksson, Chemom. Intell. Lab. Syst. 58 (2001)
/// 109). With one property, it needs no iteration, and SIMPLS gives the same values.
/// </summary>
internal sealed class PartialLeastSquares
{
    private PartialLeastSquares(LatentSpace space, double[] coefficients, double[][] residual)
    {
        Space = space;
        Coefficients = coefficients;
        Residual = residual;
    }

    /// <summary>Gets the components.</summary>
    internal LatentSpace Space { get; }

    /// <summary>Gets the change of the property with each score.</summary>
    internal double[] Coefficients { get; }

    /// <summary>Gets the rows less what the components explain of them.</summary>
    internal double[][] Residual { get; }

    /// <summary>Fits components; fewer than asked for where nothing is left that goes with the property.</summary>
    /// <param name="rows">The centered and scaled rows.</param>
    /// <param name="property">The property of each row, less its mean.</param>
    /// <param name="count">The number of components.</param>
    internal static PartialLeastSquares Fit(double[][] rows, double[] property, int count)
    {
        double[][] x = [.. rows.Select(row => (double[])row.Clone())];
        var y = (double[])property.Clone();
        var total = x.Sum(LatentSpace.SquaresOf) * LatentSpace.SquaresOf(y);
        List<double[]> loadings = [], rotated = [];
        List<double> coefficients = [], variances = [];
        for (var a = 0; a < count; a++)
        {
            var w = Products(x, y);
            var length = Math.Sqrt(LatentSpace.SquaresOf(w));
            // what remains is rounding
            if (!(length * length > 1e-24 * total))
                break;
            for (var j = 0; j < w.Length; j++)
                w[j] /= length;
            var t = Array.ConvertAll(x, row => DotProducts.Sum(row, w));
            var squares = LatentSpace.SquaresOf(t);
            var p = Products(x, t);
            for (var j = 0; j < p.Length; j++)
                p[j] /= squares;
            var q = DotProducts.Sum(y, t) / squares;
            for (var i = 0; i < x.Length; i++)
            {
                DotProducts.AddMultiple(x[i], -t[i], p);
                y[i] -= q * t[i];
            }

            // w less what the components before have taken: scores come from the rows themselves
            var r = (double[])w.Clone();
            for (var b = 0; b < a; b++)
                DotProducts.AddMultiple(r, -DotProducts.Sum(loadings[b], w), rotated[b]);
            loadings.Add(p);
            rotated.Add(r);
            coefficients.Add(q);
            variances.Add(squares / (rows.Length - 1));
        }

        return new PartialLeastSquares(
            new LatentSpace { Weights = [.. rotated], Loadings = [.. loadings], Variances = [.. variances] },
            [.. coefficients], x);
    }

    /// <summary>Returns the property, less its mean, for scores.</summary>
    internal static double Predict(ReadOnlySpan<double> scores, ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (var a = 0; a < scores.Length; a++)
            sum += scores[a] * coefficients[a];
        return sum;
    }

    private static double[] Products(double[][] rows, double[] factors)
    {
        var sums = new double[rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
            DotProducts.AddMultiple(sums, factors[i], rows[i]);
        return sums;
    }
}
