using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Processing.Background;

/// <summary>
/// Solves (W + λ DᵀD) z = W y, D: second differences, of P. H. C. Eilers, Anal. Chem. 75 (2003) 3631. The matrix has five
/// diagonals and is positive definite: it is factored as L·Δ·Lᵀ without a search for pivots, in O(n), with work arrays that are
/// allocated once.
/// </summary>
internal sealed class WhittakerSmoother
{
    private readonly double _lambda;
    private readonly double[] _diagonal;
    private readonly double[] _beside;

    // of each row: the factors of L one and two rows below it
    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Prepares the penalty.</summary>
    /// <param name="lambda">The weight of the roughness.</param>
    /// <param name="count">The number of points, at least 3.</param>
    internal WhittakerSmoother(double lambda, int count)
    {
        _lambda = lambda;
        (_diagonal, _beside, _first, _second) = (new double[count], new double[count], new double[count], new double[count]);
        for (var i = 0; i + 2 < count; i++)
        {
            _diagonal[i] += lambda;
            _diagonal[i + 1] += 4 * lambda;
            _diagonal[i + 2] += lambda;
            _beside[i] -= 2 * lambda;
            _beside[i + 1] -= 2 * lambda;
        }
    }

    /// <summary>Solves for weights and values.</summary>
    /// <returns>False where the matrix is singular in the precision of the numbers.</returns>
    [MethodImpl(HotPath.Compiled)]
    internal bool Solve(double[] weights, ReadOnlySpan<double> values, double[] smooth)
    {
        var n = smooth.Length;
        double[] diagonal = _diagonal, beside = _beside, first = _first, second = _second;
        double lambda = _lambda;

        // row by row; of the rows above: the factors, the products with their pivots, and the solutions
        double l1 = 0, l2 = 0, l2Above = 0, e = 0, u1 = 0, u2 = 0;
        for (var i = 0; i < n; i++)
        {
            var pivot = diagonal[i] + weights[i] - (l1 * e) - (l2Above * lambda);
            if (!(pivot > 0))
                return false;
            var u = (weights[i] * values[i]) - (l1 * u1) - (l2Above * u2);
            e = beside[i] - (l1 * lambda);
            var reciprocal = 1 / pivot;
            l1 = e * reciprocal;
            l2Above = l2;
            l2 = lambda * reciprocal;
            first[i] = l1;
            second[i] = l2;
            smooth[i] = u * reciprocal;
            (u1, u2) = (u, u1);
        }

        var z1 = smooth[n - 1];
        var z2 = 0.0;
        for (var i = n - 2; i >= 0; i--)
        {
            var z = smooth[i] - (first[i] * z1) - (second[i] * z2);
            smooth[i] = z;
            (z1, z2) = (z, z1);
        }

        return true;
    }
}
