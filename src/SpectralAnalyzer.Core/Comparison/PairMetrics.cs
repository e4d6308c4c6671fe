using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Computes the metrics of two series of values. Sums run over four fixed lanes that are added in a fixed order, so that the
/// metrics do not depend on the width of the processor's vectors; means are subtracted before values are squared.
/// </summary>
internal static class PairMetrics
{
    /// <summary>Computes the metrics of the compared points.</summary>
    /// <param name="baseline">The values of the baseline, all finite.</param>
    /// <param name="sample">The values of the sample, all finite.</param>
    /// <param name="difference">Their difference.</param>
    internal static SpectralComparison Compute(ReadOnlySpan<double> baseline, ReadOnlySpan<double> sample, Spectrum difference)
    {
        var differences = difference.Ordinates.Span;
        int a = ExponentOf(baseline), b = ExponentOf(sample), d = ExponentOf(differences);
        if (a == 0 && b == 0 && d == 0)
            return ComputeModerate(baseline, sample, differences, difference);
        var scaled = ComputeModerate(Scaled(baseline, -a), Scaled(sample, -b), Scaled(differences, -d), difference);
        return scaled with
        {
            Rmse = Math.ScaleB(scaled.Rmse, d),
            MeanAbsoluteDifference = Math.ScaleB(scaled.MeanAbsoluteDifference, d),
            MaxAbsoluteDifference = Math.ScaleB(scaled.MaxAbsoluteDifference, d),
        };
    }

    /// <summary>Computes Pearson's r and the angle of two series of finite values.</summary>
    internal static (double Correlation, double Angle) CorrelationAndAngle(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        a = Moderate(a);
        b = Moderate(b);
        return (Pearson(a, b), Direction(a, b).Angle);
    }

    /// <summary>Computes Pearson's r of two series of finite values.</summary>
    internal static double Correlation(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => Pearson(Moderate(a), Moderate(b));

    /// <summary>Returns true where squares of finite values neither overflow nor vanish.</summary>
    internal static bool IsModerate(ReadOnlySpan<double> values) => ExponentOf(values) == 0;

    /// <summary>Returns, of b = a·s, the a of least squares, and the root mean square of what it leaves.</summary>
    /// <param name="baseline">The b, finite and moderate.</param>
    /// <param name="sample">The s, finite and moderate.</param>
    internal static (double Factor, double Rmse) Scale(ReadOnlySpan<double> baseline, ReadOnlySpan<double> sample)
    {
        var squares = SumOfProducts(sample, sample);
        if (squares == 0)
            return (double.NaN, double.NaN);
        var factor = SumOfProducts(baseline, sample) / squares;
        return (factor, Math.Sqrt(SumOfSquares(baseline, sample, factor) / baseline.Length));
    }

    // The power of two that brings values whose squares would overflow or vanish near 1; 0 for all others. Such a scale rounds
    // nothing.
    private static int ExponentOf(ReadOnlySpan<double> values)
    {
        var (_, largest) = Absolutes(values);
        return largest is 0 or (> 1e-100 and < 1e100) ? 0 : Math.ILogB(largest);
    }

    private static ReadOnlySpan<double> Moderate(ReadOnlySpan<double> values) =>
        ExponentOf(values) is var exponent and not 0 ? Scaled(values, -exponent) : values;

    private static double[] Scaled(ReadOnlySpan<double> values, int exponent)
    {
        var scaled = new double[values.Length];
        for (var i = 0; i < scaled.Length; i++)
            scaled[i] = Math.ScaleB(values[i], exponent);
        return scaled;
    }

    private static SpectralComparison ComputeModerate(
        ReadOnlySpan<double> baseline, ReadOnlySpan<double> sample, ReadOnlySpan<double> differences, Spectrum difference)
    {
        var correlation = Pearson(baseline, sample);
        var (cosine, angle) = Direction(baseline, sample);
        var (absolute, largest) = Absolutes(differences);
        var at = 0;
        while (Math.Abs(differences[at]) != largest)
            at++;

        return new SpectralComparison
        {
            Correlation = correlation,
            RSquared = correlation * correlation,
            CosineSimilarity = cosine,
            SpectralAngle = angle,
            Rmse = Math.Sqrt(SumOfProducts(differences, differences) / differences.Length),
            MeanAbsoluteDifference = absolute / differences.Length,
            MaxAbsoluteDifference = largest,
            MaxDifferencePosition = difference.Abscissae.Span[at],
            PointCount = differences.Length,
            Difference = difference,
        };
    }

    [MethodImpl(HotPath.Compiled)]
    private static double Pearson(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        // A mean of equal values is rounded: only the values themselves tell that a series is constant.
        if (a.IndexOfAnyExcept(a[0]) < 0 || b.IndexOfAnyExcept(b[0]) < 0)
            return double.NaN;

        double meanA = Sum(a) / a.Length, meanB = Sum(b) / b.Length;
        var vectorsA = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var vectorsB = MemoryMarshal.Cast<double, Vector256<double>>(b);
        var (offsetA, offsetB) = (Vector256.Create(meanA), Vector256.Create(meanB));
        Vector256<double> sumA = default, sumB = default, sumAA = default, sumBB = default, sumAB = default;
        for (var i = 0; i < vectorsA.Length; i++)
        {
            var (da, db) = (vectorsA[i] - offsetA, vectorsB[i] - offsetB);
            sumA += da;
            sumB += db;
            sumAA += da * da;
            sumBB += db * db;
            sumAB += da * db;
        }

        double restA = Lanes(sumA), restB = Lanes(sumB), squaresA = Lanes(sumAA), squaresB = Lanes(sumBB),
            products = Lanes(sumAB);
        for (var i = vectorsA.Length * Vector256<double>.Count; i < a.Length; i++)
        {
            var (da, db) = (a[i] - meanA, b[i] - meanB);
            restA += da;
            restB += db;
            squaresA += da * da;
            squaresB += db * db;
            products += da * db;
        }

        // What rounding left in the means is taken off (Chan, Golub, LeVeque, 1983).
        squaresA -= restA * restA / a.Length;
        squaresB -= restB * restB / a.Length;
        products -= restA * restB / a.Length;
        return squaresA > 0 && squaresB > 0
            ? Math.Clamp(products / (Math.Sqrt(squaresA) * Math.Sqrt(squaresB)), -1, 1)
            : double.NaN;
    }

    // Kahan's form of the angle keeps its digits near 0 and π, where the arc cosine loses half of them.
    [MethodImpl(HotPath.Compiled)]
    private static (double Cosine, double Angle) Direction(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        double lengthA = Math.Sqrt(SumOfProducts(a, a)), lengthB = Math.Sqrt(SumOfProducts(b, b));
        if (!(lengthA > 0 && lengthB > 0))
            return (double.NaN, double.NaN);

        double toUnitA = 1 / lengthA, toUnitB = 1 / lengthB;
        var vectorsA = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var vectorsB = MemoryMarshal.Cast<double, Vector256<double>>(b);
        Vector256<double> sumApart = default, sumTogether = default;
        for (var i = 0; i < vectorsA.Length; i++)
        {
            Vector256<double> unitA = vectorsA[i] * toUnitA, unitB = vectorsB[i] * toUnitB;
            sumApart += (unitA - unitB) * (unitA - unitB);
            sumTogether += (unitA + unitB) * (unitA + unitB);
        }

        double apart = Lanes(sumApart), together = Lanes(sumTogether);
        for (var i = vectorsA.Length * Vector256<double>.Count; i < a.Length; i++)
        {
            double unitA = a[i] * toUnitA, unitB = b[i] * toUnitB;
            apart += (unitA - unitB) * (unitA - unitB);
            together += (unitA + unitB) * (unitA + unitB);
        }

        var cosine = SumOfProducts(a, b) / lengthA / lengthB;
        return (Math.Clamp(cosine, -1, 1), 2 * Math.Atan2(Math.Sqrt(apart), Math.Sqrt(together)));
    }

    [MethodImpl(HotPath.Compiled)]
    private static (double Sum, double Largest) Absolutes(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        Vector256<double> sums = default, most = default;
        foreach (var vector in vectors)
        {
            var sizes = Vector256.Abs(vector);
            sums += sizes;
            most = Vector256.Max(most, sizes);
        }

        double sum = Lanes(sums), largest = Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
        foreach (var value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            sum += Math.Abs(value);
            largest = Math.Max(largest, Math.Abs(value));
        }

        return (sum, largest);
    }

    [MethodImpl(HotPath.Compiled)]
    internal static double Sum(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        Vector256<double> sums = default;
        foreach (var vector in vectors)
            sums += vector;
        var sum = Lanes(sums);
        foreach (var value in values[(vectors.Length * Vector256<double>.Count)..])
            sum += value;
        return sum;
    }

    /// <summary>The sum of the products of as many values of one as of the other.</summary>
    [MethodImpl(HotPath.Compiled)]
    internal static double SumOfProducts(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var vectorsA = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var vectorsB = MemoryMarshal.Cast<double, Vector256<double>>(b);
        Vector256<double> sums = default;
        for (var i = 0; i < vectorsA.Length; i++)
            sums += vectorsA[i] * vectorsB[i];
        var sum = Lanes(sums);
        for (var i = vectorsA.Length * Vector256<double>.Count; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    // of a less a multiple of b
    [MethodImpl(HotPath.Compiled)]
    private static double SumOfSquares(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double factor)
    {
        var vectorsA = MemoryMarshal.Cast<double, Vector256<double>>(a);
        var vectorsB = MemoryMarshal.Cast<double, Vector256<double>>(b);
        Vector256<double> sums = default;
        for (var i = 0; i < vectorsA.Length; i++)
        {
            var rest = vectorsA[i] - (vectorsB[i] * factor);
            sums += rest * rest;
        }

        var sum = Lanes(sums);
        for (var i = vectorsA.Length * Vector256<double>.Count; i < a.Length; i++)
            sum += (a[i] - (factor * b[i])) * (a[i] - (factor * b[i]));
        return sum;
    }

    /// <summary>Adds the lanes of a sum in a fixed order.</summary>
    internal static double Lanes(Vector256<double> sums) => (sums[0] + sums[1]) + (sums[2] + sums[3]);
}
