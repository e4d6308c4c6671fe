using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Models;

/// <summary>
/// Sums of products in an order that depends on neither the processor nor the number of threads: eight lanes, multiplied and then
/// added.
/// </summary>
internal static class DotProducts
{
    /// <summary>Returns Σ aᵢ·bᵢ.</summary>
    internal static double Sum(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        Vector256<double> even = default, odd = default;
        nuint i = 0;
        for (; i + 8 <= (nuint)a.Length; i += 8)
        {
            even += Vector256.LoadUnsafe(ref x, i) * Vector256.LoadUnsafe(ref y, i);
            odd += Vector256.LoadUnsafe(ref x, i + 4) * Vector256.LoadUnsafe(ref y, i + 4);
        }

        var sums = even + odd;
        var sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
        for (var j = (int)i; j < a.Length; j++)
            sum += a[j] * b[j];
        return sum;
    }

    /// <summary>Adds a multiple of a row to another.</summary>
    internal static void AddMultiple(Span<double> target, double factor, ReadOnlySpan<double> row)
    {
        for (var j = 0; j < target.Length; j++)
            target[j] += factor * row[j];
    }

    /// <summary>Returns the products of each row with each, symmetric.</summary>
    internal static double[,] Gram(double[][] rows, CancellationToken cancellationToken)
    {
        var gram = new double[rows.Length, rows.Length];
        Parallel.For(0, rows.Length, new ParallelOptions { CancellationToken = cancellationToken }, i =>
        {
            for (var j = 0; j <= i; j++)
                gram[i, j] = gram[j, i] = Sum(rows[i], rows[j]);
        });
        return gram;
    }

    /// <summary>Returns the columns of rows as rows.</summary>
    internal static double[][] Transpose(double[][] rows)
    {
        var columns = new double[rows[0].Length][];
        for (var j = 0; j < columns.Length; j++)
        {
            columns[j] = new double[rows.Length];
            for (var i = 0; i < rows.Length; i++)
                columns[j][i] = rows[i][j];
        }

        return columns;
    }
}
