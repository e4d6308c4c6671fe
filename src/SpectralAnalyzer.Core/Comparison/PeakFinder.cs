using System.Buffers;
using System.Runtime.CompilerServices;

namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Finds the peaks of a curve by their topographic prominence, as <c>scipy.signal.find_peaks</c> defines both: a peak is a
/// point, or the middle of a run of equal points, that is higher than its neighbors; from it one goes to either side until the
/// ground is higher or the curve ends, and the prominence is the height above the higher of the two lowest points met. One walk
/// along the points, and one each way along the crests that stand out: O(n).
/// </summary>
internal static class PeakFinder
{
    /// <summary>The least part of the curve's height that a peak must stand out by.</summary>
    public const double LeastPartOfHeight = 0.02;

    // How far a curve must fall beside a gap for its top to have been seen: in σ, and as a part of the prominence.
    private const double SeenNoise = 4;
    private const double SeenPart = 0.1;

    /// <summary>Finds the peaks that stand out from the noise, from the left to the right.</summary>
    /// <param name="x">Rising positions.</param>
    /// <param name="y">Their finite values.</param>
    /// <param name="gaps">The indexes of the points before which values are missing, rising.</param>
    /// <param name="saturation">The level from which the curve is saturated.</param>
    /// <param name="minimumProminence">The part of the curve's height that a peak must stand out by.</param>
    public static Peak[] Find(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> gaps, double saturation, double minimumProminence)
    {
        if (y.Length < 3)
            return [];
        var noise = NoiseLevel.Estimate(y);
        return Find(x, y, gaps, saturation, LeastProminence(y, noise, minimumProminence), noise);
    }

    /// <summary>Finds the peaks of at least some prominence of a curve without gaps.</summary>
    public static Peak[] Find(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double leastProminence, double noise) =>
        Find(x, y, [], double.PositiveInfinity, leastProminence, noise);

    private static Peak[] Find(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<int> gaps, double saturation, double leastProminence,
        double noise)
    {
        var summits = ArrayPool<Summit>.Shared.Rent((y.Length / 2) + 3);
        var open = ArrayPool<int>.Shared.Rent((y.Length / 2) + 3);
        try
        {
            var count = Survey(y, Math.Max(leastProminence, double.Epsilon), summits);
            LowestToTheLeft(summits.AsSpan(0, count), open);
            LowestToTheRight(summits.AsSpan(0, count), open);
            var prominent = Prominent(summits.AsSpan(1, count - 2), leastProminence);
            return Place(x, y, prominent, gaps, saturation, noise);
        }
        finally
        {
            ArrayPool<Summit>.Shared.Return(summits);
            ArrayPool<int>.Shared.Return(open);
        }
    }

    /// <summary>
    /// What counts as standing out: a part of the curve's height, by default 2 %, and twice the height σ√(2 ln n) that n values
    /// of white noise reach (the universal threshold of D. L. Donoho, I. M. Johnstone, Biometrika 81 (1994) 425–455; twice,
    /// since both a crest and a trough are noise).
    /// </summary>
    private static double LeastProminence(ReadOnlySpan<double> y, double noise, double partOfHeight)
    {
        var (lowest, highest) = FiniteValues.Range(y);
        return Math.Max(2 * noise * Math.Sqrt(2 * Math.Log(y.Length)), partOfHeight * (highest - lowest));
    }

    // The crests that may stand out, in their order, with the lowest value between each and the one before; both ends of the
    // curve stand among them as ground that may be higher than a crest. A crest stands out if the curve rises to it and falls
    // from it by the least prominence before it is higher; so the walk climbs until the curve has fallen by that much below the
    // highest point met, and descends until it has risen by that much above the lowest. The other crests need not be known:
    // where one of them is the higher ground at which a walk from a peak ends, nothing beyond it is lower than what was met.
    [MethodImpl(HotPath.Compiled)]
    private static int Survey(ReadOnlySpan<double> y, double leastProminence, Span<Summit> summits)
    {
        summits[0] = new Summit(0, 0, y[0], y[0]);
        var count = 1;
        double lowest = y[0], highest = double.NegativeInfinity;
        int first = 0, last = 0, before = 0;
        var climbs = false;
        for (var i = 1; i < y.Length; i++)
        {
            var value = y[i];
            if (!climbs)
            {
                if (value < lowest)
                    lowest = value;
                else if (value - lowest >= leastProminence)
                    (climbs, highest, first, last, before) = (true, value, i, i, count);
            }
            else if (value >= highest)
            {
                if (value > highest)
                    (highest, first, count) = (value, i, before);
                else if (i != last + 1)
                    (summits[count++], first) = (new Summit(first, last, highest, double.NaN), i);
                last = i;
            }
            else if (highest - value >= leastProminence)
            {
                summits[count++] = new Summit(first, last, highest, double.NaN);
                summits[before].LowestSinceLast = lowest;
                for (var k = before + 1; k < count; k++)
                    summits[k].LowestSinceLast = Lowest(y[summits[k - 1].First..summits[k].First]);
                (climbs, lowest) = (false, value);
            }
        }

        // crests of equal height from which the curve does not fall far enough
        count = climbs ? before : count;
        summits[count++] = new Summit(y.Length - 1, y.Length - 1, y[^1], Math.Min(lowest, y[^1]));
        return count;
    }

    private static double Lowest(ReadOnlySpan<double> y)
    {
        var lowest = y[0];
        foreach (var value in y)
            lowest = Math.Min(lowest, value);
        return lowest;
    }

    private static void LowestToTheLeft(Span<Summit> summits, Span<int> open)
    {
        var depth = 0;
        for (var i = 0; i < summits.Length; i++)
        {
            var lowest = summits[i].LowestSinceLast;
            while (depth > 0 && summits[open[depth - 1]].Height <= summits[i].Height)
                lowest = Math.Min(lowest, summits[open[--depth]].LeftBase);
            summits[i].LeftBase = lowest;
            open[depth++] = i;
        }
    }

    private static void LowestToTheRight(Span<Summit> summits, Span<int> open)
    {
        var depth = 0;
        for (var i = summits.Length - 1; i >= 0; i--)
        {
            var lowest = i == summits.Length - 1 ? summits[i].Height : summits[i + 1].LowestSinceLast;
            while (depth > 0 && summits[open[depth - 1]].Height <= summits[i].Height)
                lowest = Math.Min(lowest, summits[open[--depth]].RightBase);
            summits[i].RightBase = lowest;
            open[depth++] = i;
        }
    }

    private static List<Summit> Prominent(ReadOnlySpan<Summit> summits, double leastProminence)
    {
        var prominent = new List<Summit>();
        foreach (var summit in summits)
        {
            if (summit.Prominence > 0 && summit.Prominence >= leastProminence)
                prominent.Add(summit);
        }

        return prominent;
    }

    private static Peak[] Place(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, List<Summit> summits, ReadOnlySpan<int> gaps, double saturation,
        double noise)
    {
        var peaks = new List<Peak>(summits.Count);
        var start = 0;
        for (var k = 0; k < summits.Count; k++)
        {
            var summit = summits[k];
            var end = k == summits.Count - 1 ? y.Length - 1 : Valley(y, summit.Last, summits[k + 1].First);
            var segment = Between(gaps, summit.First, y.Length);
            if (summit.Height < saturation && IsSeen(y, summit, segment, noise))
            {
                int first = Math.Max(start, segment.Start), last = Math.Min(end, segment.Start + segment.Count - 1);
                var position = summit.First == summit.Last
                    ? PeakVertex.Find(x, y, summit.First, new PointRange(first, last - first + 1), summit.Prominence, noise)
                    : (x[summit.First] + x[summit.Last]) / 2;
                peaks.Add(new Peak(position, summit.Prominence, Width(x, y, summit, summit.Height - (summit.Prominence / 2))));
            }

            start = end;
        }

        return [.. peaks];
    }

    private static int Valley(ReadOnlySpan<double> y, int left, int right)
    {
        var lowest = left;
        for (var i = left; i <= right; i++)
            lowest = y[i] < y[lowest] ? i : lowest;
        return lowest;
    }

    // The points between two gaps, or a gap and an end, that hold a point.
    private static PointRange Between(ReadOnlySpan<int> gaps, int point, int count)
    {
        var next = gaps.BinarySearch(point);
        next = next < 0 ? ~next : next + 1;
        var start = next == 0 ? 0 : gaps[next - 1];
        return new PointRange(start, (next == gaps.Length ? count : gaps[next]) - start);
    }

    // Where the curve ends at a gap before it has fallen, its top may lie in the gap.
    private static bool IsSeen(ReadOnlySpan<double> y, Summit summit, PointRange segment, double noise)
    {
        int first = segment.Start, end = segment.Start + segment.Count;
        if (summit.Last >= end)
            return false;
        var fall = Math.Min(Math.Max(SeenNoise * noise, SeenPart * summit.Prominence), summit.Prominence / 2);
        return (first == 0 || Falls(y[first..summit.First])) && (end == y.Length || Falls(y[(summit.Last + 1)..end]));

        bool Falls(ReadOnlySpan<double> beside)
        {
            foreach (var value in beside)
            {
                if (value <= summit.Height - fall)
                    return true;
            }

            return false;
        }
    }

    private static double Width(ReadOnlySpan<double> x, ReadOnlySpan<double> y, Summit summit, double level)
    {
        int left = summit.First, right = summit.Last;
        while (left > 0 && y[left] > level)
            left--;
        while (right < y.Length - 1 && y[right] > level)
            right++;
        return Crossing(x, y, right - 1, right, level) - Crossing(x, y, left, left + 1, level);
    }

    private static double Crossing(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int i, int j, double level)
    {
        var part = y[j] == y[i] ? 0.5 : Math.Clamp((level - y[i]) / (y[j] - y[i]), 0, 1);
        return x[i] + (part * (x[j] - x[i]));
    }

    private record struct Summit(int First, int Last, double Height, double LowestSinceLast)
    {
        public double LeftBase { get; set; }

        public double RightBase { get; set; }

        public readonly double Prominence => Height - Math.Max(LeftBase, RightBase);
    }
}
