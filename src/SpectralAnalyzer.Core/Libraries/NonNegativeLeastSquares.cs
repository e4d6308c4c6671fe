namespace SpectralAnalyzer.Core.Libraries;

/// <summary>
/// Finds the x ≥ 0 with the smallest |A x − b|: the algorithm NNLS of Lawson and Hanson, Solving Least Squares Problems,
/// Prentice-Hall 1974, chapter 23. The least squares within it are solved by Householder reflections.
/// </summary>
internal static class NonNegativeLeastSquares
{
    private const double Epsilon = 2.220446049250313e-16;
    private const int StepsPerColumn = 3;

    /// <summary>Solves the problem.</summary>
    /// <param name="columns">The columns of A.</param>
    /// <param name="b">The right side.</param>
    internal static double[] Solve(IReadOnlyList<double[]> columns, double[] b)
    {
        var x = new double[columns.Count];
        var isIn = new bool[columns.Count];
        var isBarred = new bool[columns.Count];
        var tolerance = 10 * Epsilon * Math.Max(b.Length, columns.Count)
            * columns.Select(column => column.Sum(Math.Abs)).DefaultIfEmpty(0).Max();
        var residual = (double[])b.Clone();
        for (var step = 0; step < StepsPerColumn * columns.Count; step++)
        {
            var next = -1;
            var steepest = tolerance;
            for (var j = 0; j < columns.Count; j++)
            {
                if (!isIn[j] && !isBarred[j] && Dot(columns[j], residual) is var gradient && gradient > steepest)
                    (next, steepest) = (j, gradient);
            }

            if (next < 0)
                break;
            isIn[next] = true;
            if (!Improve(columns, b, x, isIn, next))
            {
                // it depends on the others to the last digits
                (isIn[next], isBarred[next]) = (false, true);
                continue;
            }

            Array.Clear(isBarred);
            residual = Residual(columns, b, x);
        }

        return x;
    }

    /// <summary>Returns b − A x.</summary>
    internal static double[] Residual(IReadOnlyList<double[]> columns, double[] b, double[] x)
    {
        var residual = (double[])b.Clone();
        for (var j = 0; j < columns.Count; j++)
        {
            if (x[j] == 0)
                continue;
            var column = columns[j];
            for (var i = 0; i < residual.Length; i++)
                residual[i] -= x[j] * column[i];
        }

        return residual;
    }

    // the inner loop: least squares over what is in, and back to the border where one of them turns negative
    private static bool Improve(IReadOnlyList<double[]> columns, double[] b, double[] x, bool[] isIn, int added)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            var inside = Enumerable.Range(0, x.Length).Where(j => isIn[j]).ToArray();
            if (LeastSquares([.. inside.Select(j => columns[j])], b) is not { } solution)
                return false;
            if (isFirst && solution[Array.IndexOf(inside, added)] <= 0)
                return false;
            double part = 1;
            for (var k = 0; k < inside.Length; k++)
            {
                if (solution[k] <= 0)
                    part = Math.Min(part, x[inside[k]] / (x[inside[k]] - solution[k]));
            }

            for (var k = 0; k < inside.Length; k++)
            {
                var j = inside[k];
                x[j] += part * (solution[k] - x[j]);
                if (part < 1 && (x[j] <= Epsilon || (solution[k] <= 0 && x[j] <= Epsilon * Math.Abs(solution[k]))))
                    (x[j], isIn[j]) = (0, false);
            }

            if (part >= 1)
                return true;
        }
    }

    private static double[]? LeastSquares(double[][] columns, double[] b)
    {
        var a = Array.ConvertAll(columns, column => (double[])column.Clone());
        var right = (double[])b.Clone();
        var diagonal = new double[a.Length];
        for (var k = 0; k < a.Length; k++)
        {
            var whole = Math.Sqrt(Dot(columns[k], columns[k]));
            double length = 0;
            for (var i = k; i < right.Length; i++)
                length += a[k][i] * a[k][i];
            length = Math.Sqrt(length);
            if (!(length > Epsilon * right.Length * whole))
                return null;
            diagonal[k] = a[k][k] > 0 ? -length : length;
            a[k][k] -= diagonal[k];
            var scale = -diagonal[k] * a[k][k];
            for (var j = k + 1; j <= a.Length; j++)
            {
                var target = j < a.Length ? a[j] : right;
                double product = 0;
                for (var i = k; i < right.Length; i++)
                    product += a[k][i] * target[i];
                product /= scale;
                for (var i = k; i < right.Length; i++)
                    target[i] -= product * a[k][i];
            }
        }

        var x = new double[a.Length];
        for (var k = a.Length - 1; k >= 0; k--)
        {
            var value = right[k];
            for (var j = k + 1; j < a.Length; j++)
                value -= a[j][k] * x[j];
            x[k] = value / diagonal[k];
        }

        return x;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
