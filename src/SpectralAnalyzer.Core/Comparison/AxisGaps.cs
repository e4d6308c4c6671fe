namespace SpectralAnalyzer.Core.Comparison;

/// <summary>
/// Finds gaps in x: steps that are far wider than the ten nearest steps on both of their sides. Where these are even to a tenth,
/// a step is a gap from 2.5 of them on, which is two missing rows: one of two steps may be the rounding of x. Elsewhere the limit
/// is 16 times their upper quartile plus ten times their interquartile range. Unevenly spaced spectra have a wide interquartile
/// range, and where a fine part joins a coarse one the coarse steps count as well: neither has gaps. Lists of peaks, curves of
/// which only some points are stored, and a few coarse steps between fine parts stay below that limit.
/// </summary>
internal static class AxisGaps
{
    private const int StepsOnEachSide = 10;
    private const int FewestPoints = 30;
    private const int FewestStepsOnEachSide = 5;
    private const double Even = 0.1;
    private const double EvenSteps = 2.5;
    private const double Quartiles = 16;
    private const double QuartileRanges = 10;

    /// <summary>Returns the indexes of the points after which there is a gap.</summary>
    /// <param name="x">Rising positions.</param>
    internal static List<int> Find(ReadOnlySpan<double> x)
    {
        var (smallest, largest) = Steps(x);
        return Find(x, smallest, largest);
    }

    /// <summary>Returns the indexes of the points after which there is a gap.</summary>
    /// <param name="x">Rising positions.</param>
    /// <param name="smallest">The smallest step.</param>
    /// <param name="largest">The largest step.</param>
    internal static List<int> Find(ReadOnlySpan<double> x, double smallest, double largest)
    {
        var gaps = new List<int>();
        if (x.Length < FewestPoints || !(largest > EvenSteps * smallest))
            return gaps;

        Span<double> steps = stackalloc double[StepsOnEachSide];
        for (var i = FewestStepsOnEachSide; i < x.Length - 1 - FewestStepsOnEachSide; i++)
        {
            // of the three nearest steps at least one is below the quartile: most steps are done with here
            var step = x[i + 1] - x[i];
            if (step <= EvenSteps * Math.Min(x[i] - x[i - 1], Math.Min(x[i - 1] - x[i - 2], x[i - 2] - x[i - 3]))
                || step <= EvenSteps * Math.Min(x[i + 2] - x[i + 1], Math.Min(x[i + 3] - x[i + 2], x[i + 4] - x[i + 3])))
                continue;
            int left = Math.Min(StepsOnEachSide, i), right = Math.Min(StepsOnEachSide, x.Length - 2 - i);
            if (step > Limit(x, i - left, left, steps) && step > Limit(x, i + 1, right, steps))
                gaps.Add(i);
        }

        return gaps;
    }

    /// <summary>Returns the smallest and the largest step; zeros where there is none.</summary>
    internal static (double Smallest, double Largest) Steps(ReadOnlySpan<double> x)
    {
        if (x.Length < 2)
            return (0, 0);
        double smallest = double.PositiveInfinity, largest = 0;
        for (var i = 1; i < x.Length; i++)
        {
            var step = x[i] - x[i - 1];
            smallest = Math.Min(smallest, step);
            largest = Math.Max(largest, step);
        }

        return (smallest, largest);
    }

    private static double Limit(ReadOnlySpan<double> x, int first, int count, Span<double> steps)
    {
        for (var k = 0; k < count; k++)
            steps[k] = x[first + k + 1] - x[first + k];
        steps[..count].Sort();
        double lower = steps[count / 4], upper = steps[3 * count / 4];
        return steps[count - 1] - steps[0] <= Even * steps[count - 1]
            ? EvenSteps * upper
            : (Quartiles * upper) + (QuartileRanges * (upper - lower));
    }
}
