namespace SpectralAnalyzer.Core.Reporting;

/// <summary>How numbers are distributed, over even round steps.</summary>
/// <param name="From">Where the first step begins.</param>
/// <param name="Step">The width of a step.</param>
/// <param name="Counts">How many numbers lie in each.</param>
internal sealed record ReportHistogram(double From, double Step, IReadOnlyList<int> Counts)
{
    private const int Wanted = 24;

    /// <summary>The distribution of some numbers; null where none is finite.</summary>
    /// <param name="numbers">The numbers.</param>
    internal static ReportHistogram? Create(IEnumerable<double> numbers)
    {
        double[] values = [.. numbers.Where(double.IsFinite)];
        if (values.Length == 0)
            return null;
        double low = values.Min(), high = values.Max();
        var step = Round((high - low) / Wanted);
        if (!(step > 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high))))
            return new ReportHistogram(low, 0, [values.Length]);
        var first = Math.Floor(low / step);
        // what lies on the upper end belongs to the last step: a correlation of 1 is not between 1 and more
        var counts = new int[Math.Max(1, (int)(Math.Ceiling((high / step) - 1e-9) - first))];
        foreach (var value in values)
            counts[Math.Clamp((int)(Math.Floor((value / step) + 1e-9) - first), 0, counts.Length - 1)]++;
        return new ReportHistogram(first * step, step, counts);
    }

    /// <summary>Where a step begins.</summary>
    internal double Start(int index) => Step == 0 ? From : Math.Round((From / Step) + index) * Step;

    private static double Round(double step)
    {
        if (!(step > 0))
            return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / unit) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * unit;
    }
}
