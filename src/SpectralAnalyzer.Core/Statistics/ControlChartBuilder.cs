namespace SpectralAnalyzer.Core.Statistics;

/// <summary>
/// Computes control charts of single values, as the NIST/SEMATECH e-Handbook of Statistical Methods describes them (6.3.2.2 and
/// 6.3.2.4): limits from moving ranges, a moving average with limits of its own, and the rules of Nelson or Western Electric.
/// </summary>
internal static class ControlChartBuilder
{
    // the expected range of two values of a normal distribution, in standard deviations: 2 ÷ √π
    private const double RangeOfTwo = 1.1283791670955126;

    /// <summary>Computes a chart.</summary>
    /// <param name="values">The values in the order of time; NaN where one is missing.</param>
    /// <param name="options">The options of the chart.</param>
    internal static ControlChart Build(IReadOnlyList<double> values, ControlChartOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.ReferenceCount);
        if (options.Lambda is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(options), options.Lambda, "The weight is above 0, and at most 1.");
        var known = values.Where(double.IsFinite).ToArray();
        var reference = options.ReferenceCount > 0 ? known.AsSpan(0, Math.Min(known.Length, options.ReferenceCount)) : known;
        var center = options.Center ?? Mean(reference);
        var sigma = options.Sigma ?? MeanRange(reference) / RangeOfTwo;
        var rules = new ControlRuleWindow(center, sigma, options.Rules);
        var points = new ControlChartPoint[values.Count];
        var average = center;
        var count = 0;
        for (var i = 0; i < points.Length; i++)
        {
            var value = values[i];
            if (!double.IsFinite(value))
            {
                points[i] = new ControlChartPoint(double.NaN, double.NaN, double.NaN, double.NaN, ControlRules.None);
                continue;
            }

            count++;
            average = (options.Lambda * value) + ((1 - options.Lambda) * average);
            var variance = options.Lambda / (2 - options.Lambda) * (1 - Math.Pow(1 - options.Lambda, 2 * count));
            var width = options.AverageWidth * sigma * Math.Sqrt(variance);
            var fired = rules.Add(value);
            // what does not vary, varies by rounding alone
            if (options.Rules.HasFlag(ControlRules.MovingAverage) && sigma > 0 && Math.Abs(average - center) > width)
                fired |= ControlRules.MovingAverage;
            points[i] = new ControlChartPoint(value, average, center - width, center + width, fired);
        }

        return new ControlChart { Center = center, Sigma = sigma, Points = points };
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        if (values.Length == 0)
            return double.NaN;
        // differences from the first: the mean of equal values is their value, and not one that rounding makes
        double sum = 0;
        foreach (var value in values)
            sum += value - values[0];
        return values[0] + (sum / values.Length);
    }

    private static double MeanRange(ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (var i = 1; i < values.Length; i++)
            sum += Math.Abs(values[i] - values[i - 1]);
        return values.Length < 2 ? double.NaN : sum / (values.Length - 1);
    }
}
