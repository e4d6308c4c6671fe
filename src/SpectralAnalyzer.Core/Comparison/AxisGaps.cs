namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Finds gaps in x: steps that are far wider than the steps around them. A step is a gap where it exceeds, on both of its sides,
/// 16 times the upper quartile of the ten nearest steps plus ten times their interquartile range. Unevenly spaced spectra have a
/// wide interquartile range, and where a fine part joins a coarse one the coarse steps count as well: neither has gaps. Lists of
/// peaks, curves of which only some points are stored, and a few coarse steps between fine parts stay below that limit.
/// </summary>
internal static class AxisGaps
{
    private const int StepsOnEachSide = 10;
    private const int FewestPoints = 30;
    private const int FewestStepsOnEachSide = 5;
    private const double Quartiles = 16;
    private const double QuartileRanges = 10;

    /// <summary>Returns the indexes of the points after which there is a gap.</summary>
    /// <param name="x">Rising positions, each once.</param>
    /// <param name="smallest">The smallest step.</param>
    /// <param name="largest">The largest step.</param>
    internal static List<int> Find(ReadOnlySpan<double> x, double smallest, double largest)
    {
        var gaps = new List<int>();
        if (x.Length < FewestPoints || !(largest > Quartiles * smallest))
            return gaps;

        Span<double> steps = stackalloc double[StepsOnEachSide];
        for (var i = 0; i < x.Length - 1; i++)
        {
            var step = x[i + 1] - x[i];
            if (step <= Quartiles * smallest)
                continue;
            int left = Math.Min(StepsOnEachSide, i), right = Math.Min(StepsOnEachSide, x.Length - 2 - i);
            if (left < FewestStepsOnEachSide || right < FewestStepsOnEachSide)
                continue;
            if (step > Limit(x, i - left, left, steps) && step > Limit(x, i + 1, right, steps))
                gaps.Add(i);
        }

        return gaps;
    }

    private static double Limit(ReadOnlySpan<double> x, int first, int count, Span<double> steps)
    {
        for (var k = 0; k < count; k++)
            steps[k] = x[first + k + 1] - x[first + k];
        steps[..count].Sort();
        double lower = steps[count / 4], upper = steps[3 * count / 4];
        return (Quartiles * upper) + (QuartileRanges * (upper - lower));
    }
}
