using System.Runtime.InteropServices;

namespace SpectralAnalyzer.Core.Statistics;

/// <summary>
/// Computes quantiles of any number of values in bounded memory: exact up to 65,536 different values; above that, neighboring
/// values share a cell, of as few units in the last place as keep the number of cells below that. The answer does not depend on
/// the order of the values, and is off by no more than half a cell: with a million values between 0.9 and 1, by less than 1e-6.
/// </summary>
internal sealed class QuantileSketch
{
    private const int MostCells = 65536;

    private Dictionary<long, int> _cells = [];
    private int _shift;
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
        Increase(_cells, Rank(value) >> _shift, 1);
        while (_cells.Count > MostCells)
            Coarsen();
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

    // The definition of Hyndman and Fan (1996), type 7: linear between the order statistics.
    private double Quantile(List<KeyValuePair<long, int>> sorted, double p)
    {
        var place = p * (Count - 1);
        var below = (int)place;
        double low = At(sorted, below), high = At(sorted, Math.Min(below + 1, Count - 1));
        return low + ((place - below) * (high - low));
    }

    private double At(List<KeyValuePair<long, int>> sorted, int index)
    {
        long passed = 0;
        foreach (var (cell, count) in sorted)
        {
            passed += count;
            if (index < passed)
                return Math.Clamp(Value((cell << _shift) + (_shift == 0 ? 0 : 1L << (_shift - 1))), Minimum, Maximum);
        }

        return Maximum;
    }

    private List<KeyValuePair<long, int>> Sorted()
    {
        var sorted = _cells.ToList();
        sorted.Sort((a, b) => a.Key.CompareTo(b.Key));
        return sorted;
    }

    private void Coarsen()
    {
        _shift++;
        var cells = new Dictionary<long, int>(_cells.Count);
        foreach (var (cell, count) in _cells)
            Increase(cells, cell >> 1, count);
        _cells = cells;
    }

    private static void Increase(Dictionary<long, int> cells, long cell, int by) =>
        CollectionsMarshal.GetValueRefOrAddDefault(cells, cell, out _) += by;

    // The place of a value in the order of all doubles, and back; −0 is 0.
    private static long Rank(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        return bits >= 0 ? bits : long.MinValue - bits;
    }

    private static double Value(long rank) => BitConverter.Int64BitsToDouble(rank >= 0 ? rank : long.MinValue - rank);
}
