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

    /// <summary>
    /// Solves for weights and values. The rows are eliminated from both ends at once, so that two chains of divisions run side by
    /// side, and the two rows in the middle are left.
    /// </summary>
    /// <returns>False where the matrix is singular in the precision of the numbers.</returns>
    [MethodImpl(HotPath.Compiled)]
    internal bool Solve(double[] weights, ReadOnlySpan<double> values, double[] smooth)
    {
        var n = smooth.Length;
        double[] diagonal = _diagonal, beside = _beside, first = _first, second = _second;
        var lambda = _lambda;
        var middle = (n - 2) / 2;

        // of the two rows before, from the start and from the end: the factors, the products with their pivots, the solutions
        Elimination top = default, bottom = default;
        for (var i = 0; i < middle; i++)
        {
            var j = n - 1 - i;
            var pivotI = diagonal[i] + weights[i] - (top.First * top.Beside) - (top.SecondBefore * lambda);
            var pivotJ = diagonal[j] + weights[j] - (bottom.First * bottom.Beside) - (bottom.SecondBefore * lambda);
            if (!(pivotI > 0 && pivotJ > 0))
                return false;
            top.Next(1 / pivotI, beside[i], lambda, weights[i] * values[i]);
            bottom.Next(1 / pivotJ, beside[j - 1], lambda, weights[j] * values[j]);
            (first[i], second[i], smooth[i]) = (top.First, top.Second, top.Solution);
            (first[j], second[j], smooth[j]) = (bottom.First, bottom.Second, bottom.Solution);
        }

        if (n % 2 != 0)
        {
            var j = middle + 2;
            var pivot = diagonal[j] + weights[j] - (bottom.First * bottom.Beside) - (bottom.SecondBefore * lambda);
            if (!(pivot > 0))
                return false;
            bottom.Next(1 / pivot, beside[j - 1], lambda, weights[j] * values[j]);
            (first[j], second[j], smooth[j]) = (bottom.First, bottom.Second, bottom.Solution);
        }

        if (!SolveMiddle(middle, top, bottom, weights, values, smooth))
            return false;
        double above1 = smooth[middle], above2 = smooth[middle + 1], below1 = above2, below2 = above1;
        for (int i = middle - 1, j = middle + 2; j < n; i--, j++)
        {
            var below = smooth[j] - (first[j] * below1) - (second[j] * below2);
            smooth[j] = below;
            (below1, below2) = (below, below1);
            if (i < 0)
                continue;
            var above = smooth[i] - (first[i] * above1) - (second[i] * above2);
            smooth[i] = above;
            (above1, above2) = (above, above1);
        }

        return true;
    }

    private bool SolveMiddle(
        int middle, in Elimination top, in Elimination bottom, double[] weights, ReadOnlySpan<double> values, double[] smooth)
    {
        var next = middle + 1;
        var pivot = _diagonal[middle] + weights[middle] - (top.First * top.Beside) - (top.SecondBefore * _lambda)
            - (bottom.Second * _lambda);
        var corner = _diagonal[next] + weights[next] - (bottom.First * bottom.Beside) - (bottom.SecondBefore * _lambda)
            - (top.Second * _lambda);
        var beside = _beside[middle] - (top.First * _lambda) - (bottom.First * _lambda);
        var right = top.Reduce(weights[middle] * values[middle]) - (bottom.Second * bottom.Right);
        var rightNext = bottom.Reduce(weights[next] * values[next]) - (top.Second * top.Right);
        if (!(pivot > 0))
            return false;
        var factor = beside / pivot;
        corner -= factor * beside;
        if (!(corner > 0))
            return false;
        smooth[next] = (rightNext - (factor * right)) / corner;
        smooth[middle] = (right - (beside * smooth[next])) / pivot;
        return true;
    }

    // the elimination from one end, as the next row needs it
    private struct Elimination
    {
        internal double First;
        internal double Second;
        internal double SecondBefore;
        internal double Beside;
        internal double Right;
        internal double RightBefore;
        internal double Solution;

        internal readonly double Reduce(double right) => right - (First * Right) - (SecondBefore * RightBefore);

        internal void Next(double reciprocal, double beside, double lambda, double right)
        {
            right = Reduce(right);
            Beside = beside - (First * lambda);
            First = Beside * reciprocal;
            SecondBefore = Second;
            Second = lambda * reciprocal;
            (Right, RightBefore) = (right, Right);
            Solution = right * reciprocal;
        }
    }
}
