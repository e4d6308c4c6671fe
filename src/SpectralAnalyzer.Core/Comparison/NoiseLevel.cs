using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// The standard deviation of the noise of a curve: the median of |y₋₁ − 2y₀ + y₊₁|, over √6 (the second difference of white
/// noise has six times its variance) and over 0.6745 (median of |normal|). Bands, which are wide against the points, hardly
/// enter it, and single spikes not at all. Compare J. von Neumann (1941) on differences, F. R. Hampel (1974) on the median.
/// </summary>
internal static class NoiseLevel
{
    private const double MedianOfNormal = 0.674489750196082;
    private const int FewestToSample = 512;
    private const int Sampled = 128;
    private const int Spread = 16;

    [MethodImpl(HotPath.Compiled)]
    public static double Estimate(ReadOnlySpan<double> y)
    {
        var inner = y.Length - 2;
        if (inner < 3)
            return 0;
        var sizes = ArrayPool<double>.Shared.Rent(inner);
        try
        {
            SecondDifferences(y, sizes.AsSpan(0, inner));
            return Median(sizes.AsSpan(0, inner)) / (MedianOfNormal * Math.Sqrt(6));
        }
        finally
        {
            ArrayPool<double>.Shared.Return(sizes);
        }
    }

    // |y₋₁ − 2y₀ + y₊₁|, four at a time; the numbers are those of one at a time
    [MethodImpl(HotPath.Compiled)]
    private static void SecondDifferences(ReadOnlySpan<double> y, Span<double> sizes)
    {
        var i = 0;
        for (; i <= sizes.Length - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var middle = Vector256.Create(y[(i + 1)..]);
            Vector256.Abs(Vector256.Create(y[i..]) - (middle + middle) + Vector256.Create(y[(i + 2)..])).CopyTo(sizes[i..]);
        }

        for (; i < sizes.Length; i++)
            sizes[i] = Math.Abs(y[i] - (2 * y[i + 1]) + y[i + 2]);
    }

    private static double Median(Span<double> values)
    {
        var middle = values.Length / 2;
        var isOdd = values.Length % 2 == 1;
        var near = values[..KeepNear(values, isOdd ? middle : middle - 1, middle, out var smaller)];
        middle -= smaller;
        var upper = Select(near, middle);
        if (isOdd)
            return upper;
        var lower = near[0];
        foreach (var value in near[1..middle])
            lower = Math.Max(lower, value);
        return lower + ((upper - lower) / 2);
    }

    // Moves the values near two places of the order to the beginning: the others, which are most, need no order. Which are near,
    // some of them tell, and where these mislead, all are kept. Returns how many are near.
    [MethodImpl(HotPath.Compiled)]
    private static int KeepNear(Span<double> values, int first, int last, out int smaller)
    {
        smaller = 0;
        if (values.Length < FewestToSample)
            return values.Length;
        Span<double> some = stackalloc double[Sampled];
        for (var i = 0; i < Sampled; i++)
            some[i] = values[(int)((long)i * values.Length / Sampled)];
        some.Sort();
        double lowest = some[(Sampled / 2) - Spread], highest = some[(Sampled / 2) + Spread];
        int below = values.Length - FiniteValues.CountFrom(values, lowest),
            through = values.Length - FiniteValues.CountFrom(values, Math.BitIncrement(highest));
        if (below > first || through <= last)
            return values.Length;
        // values that are not negative have the order of their bits
        var from = BitConverter.DoubleToUInt64Bits(lowest);
        var width = BitConverter.DoubleToUInt64Bits(highest) - from;
        var kept = 0;
        foreach (var value in values)
        {
            values[kept] = value;
            kept += BitConverter.DoubleToUInt64Bits(value) - from <= width ? 1 : 0;
        }

        smaller = below;
        return kept;
    }

    // Hoare's selection: only the half that holds the sought value is put in order further; what is smaller ends up before it.
    [MethodImpl(HotPath.Compiled)]
    private static double Select(Span<double> values, int middle)
    {
        int low = 0, high = values.Length - 1;
        while (low < high)
        {
            var pivot = values[low + ((high - low) / 2)];
            int i = low, j = high;
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (values[j] > pivot)
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }

            if (middle <= j)
                high = j;
            else if (middle >= i)
                low = i;
            else
                break;
        }

        return values[middle];
    }
}
