using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Looks at many values at once.</summary>
internal static class FiniteValues
{
    /// <summary>Returns whether all values are finite.</summary>
    [MethodImpl(HotPath.Compiled)]
    internal static bool Are(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var largest = Vector256.Create(double.MaxValue);
        var are = Vector256<double>.AllBitsSet;
        foreach (var vector in vectors)
            are &= Vector256.LessThanOrEqual(Vector256.Abs(vector), largest);
        if (!Vector256.EqualsAll(are.AsInt64(), Vector256<long>.AllBitsSet))
            return false;
        foreach (var value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            if (!double.IsFinite(value))
                return false;
        }

        return true;
    }

    /// <summary>Returns the lowest and the highest of the finite values; +∞ and −∞ where there is none.</summary>
    [MethodImpl(HotPath.Compiled)]
    internal static (double Lowest, double Highest) Range(ReadOnlySpan<double> values)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var largest = Vector256.Create(double.MaxValue);
        var none = Vector256.Create(double.PositiveInfinity);
        var (low, high) = (none, -none);
        foreach (var vector in vectors)
        {
            var isFinite = Vector256.LessThanOrEqual(Vector256.Abs(vector), largest);
            low = Vector256.Min(low, Vector256.ConditionalSelect(isFinite, vector, none));
            high = Vector256.Max(high, Vector256.ConditionalSelect(isFinite, vector, -none));
        }

        double lowest = Math.Min(Math.Min(low[0], low[1]), Math.Min(low[2], low[3])),
            highest = Math.Max(Math.Max(high[0], high[1]), Math.Max(high[2], high[3]));
        foreach (var value in values[(vectors.Length * Vector256<double>.Count)..])
        {
            if (!double.IsFinite(value))
                continue;
            lowest = Math.Min(lowest, value);
            highest = Math.Max(highest, value);
        }

        return (lowest, highest);
    }

    /// <summary>Returns how many values are at least as high as a limit.</summary>
    [MethodImpl(HotPath.Compiled)]
    internal static int CountFrom(ReadOnlySpan<double> values, double limit)
    {
        var vectors = MemoryMarshal.Cast<double, Vector256<double>>(values);
        var limits = Vector256.Create(limit);
        Vector256<long> counts = default;
        foreach (var vector in vectors)
            counts -= Vector256.GreaterThanOrEqual(vector, limits).AsInt64();
        var count = (int)Vector256.Sum(counts);
        foreach (var value in values[(vectors.Length * Vector256<double>.Count)..])
            count += value >= limit ? 1 : 0;
        return count;
    }
}
