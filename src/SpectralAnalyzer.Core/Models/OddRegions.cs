namespace SpectralAnalyzer.Core.Models;

/// <summary>Finds the ranges of x that contribute most to a statistic.</summary>
internal static class OddRegions
{
    private const int Most = 3;
    private const double Least = 0.05;

    /// <summary>
    /// Finds the ranges in which the contribution, smoothed over a hundredth of the points, is at least half of its largest;
    /// then of what is left.
    /// </summary>
    /// <param name="statistic">The statistic.</param>
    /// <param name="x">The x of the contributions, rising.</param>
    /// <param name="contributions">The contributions.</param>
    internal static IEnumerable<ModelRegion> Find(ModelStatistic statistic, double[] x, double[] contributions)
    {
        var total = contributions.Sum();
        if (!(total > 0))
            yield break;
        var smooth = Smooth(contributions);
        for (var count = 0; count < Most; count++)
        {
            var top = Array.IndexOf(smooth, smooth.Max());
            var half = smooth[top] / 2;
            if (!(half > 0))
                yield break;
            int first = top, last = top;
            while (first > 0 && smooth[first - 1] >= half)
                first--;
            while (last < x.Length - 1 && smooth[last + 1] >= half)
                last++;
            var largest = first;
            double sum = 0;
            for (var j = first; j <= last; j++)
            {
                sum += contributions[j];
                largest = contributions[j] > contributions[largest] ? j : largest;
            }

            if (count > 0 && sum < Least * total)
                yield break;
            yield return new ModelRegion(statistic, Range(x, first, last), x[largest], sum / total);
            // the slopes beside it belong to it, down to where the contribution rises again
            while (first > 0 && smooth[first - 1] <= smooth[first])
                first--;
            while (last < x.Length - 1 && smooth[last + 1] <= smooth[last])
                last++;
            Array.Fill(smooth, double.NegativeInfinity, first, last - first + 1);
        }
    }

    // a range has two ends: a single point is shown to its neighbors
    private static SpectralRange Range(double[] x, int first, int last) => first < last
        ? new SpectralRange(x[first], x[last])
        : new SpectralRange(x[Math.Max(0, first - 1)], x[Math.Min(x.Length - 1, last + 1)]);

    private static double[] Smooth(double[] values)
    {
        var half = values.Length / 200;
        var smooth = new double[values.Length];
        for (var j = 0; j < smooth.Length; j++)
        {
            int first = Math.Max(0, j - half), last = Math.Min(values.Length - 1, j + half);
            for (var i = first; i <= last; i++)
                smooth[j] += values[i] / (last - first + 1);
        }

        return smooth;
    }
}
