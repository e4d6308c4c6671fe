namespace SpectralAnalyzer.Core.Statistics;

/// <summary>
/// Quantiles of any number of values in bounded memory: exact up to its capacity, then over a uniform sample of it
/// (Vitter's algorithm R, 1985, with a fixed seed: the same values give the same answer).
/// </summary>
internal sealed class SampleReservoir
{
    private const int Capacity = 8192;

    private readonly List<double> _sample = [];
    private ulong _state = 0x9E3779B97F4A7C15;
    private double _mean;
    private double _squares;

    /// <summary>How many values were added.</summary>
    internal int Count { get; private set; }

    /// <summary>Their sum.</summary>
    internal double Sum { get; private set; }

    /// <summary>The smallest.</summary>
    internal double Minimum { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest.</summary>
    internal double Maximum { get; private set; } = double.NegativeInfinity;

    /// <summary>Adds a value.</summary>
    /// <param name="value">A finite number.</param>
    internal void Add(double value)
    {
        Count++;
        Sum += value;
        Minimum = Math.Min(Minimum, value);
        Maximum = Math.Max(Maximum, value);
        var delta = value - _mean;
        _mean += delta / Count;
        _squares += delta * (value - _mean);
        if (_sample.Count < Capacity)
        {
            _sample.Add(value);
            return;
        }

        var place = (long)(Next() % (ulong)Count);
        if (place < Capacity)
            _sample[(int)place] = value;
    }

    /// <summary>The distribution; null without values.</summary>
    internal ValueDistribution? ToDistribution()
    {
        if (Count == 0)
            return null;
        var sorted = Sorted();
        return new ValueDistribution(
            Count,
            Minimum,
            Quantile(sorted, 0.05),
            Quantile(sorted, 0.5),
            Quantile(sorted, 0.95),
            Maximum,
            _mean,
            Count > 1 ? Math.Sqrt(_squares / (Count - 1)) : double.NaN);
    }

    /// <summary>The same for values that are seconds.</summary>
    internal DurationSummary ToDurations()
    {
        if (Count == 0)
            return new DurationSummary(0, default, default, default, default, default);
        var sorted = Sorted();
        return new DurationSummary(
            Count,
            TimeSpan.FromSeconds(Sum),
            TimeSpan.FromSeconds(_mean),
            TimeSpan.FromSeconds(Quantile(sorted, 0.5)),
            TimeSpan.FromSeconds(Quantile(sorted, 0.95)),
            TimeSpan.FromSeconds(Maximum));
    }

    // the definition of Hyndman and Fan (1996), type 7: linear between the order statistics
    private static double Quantile(double[] sorted, double p)
    {
        var place = p * (sorted.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }

    private double[] Sorted()
    {
        var sorted = _sample.ToArray();
        Array.Sort(sorted);
        return sorted;
    }

    // xorshift64 (Marsaglia, 2003)
    private ulong Next()
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return _state;
    }
}
