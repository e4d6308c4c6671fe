namespace SpectralAnalyzer.Core.Reporting;

/// <summary>A histogram with steps of a round width.</summary>
/// <param name="From">The start of the first step.</param>
/// <param name="Step">The width of a step.</param>
/// <param name="Counts">The number of values in each step.</param>
internal sealed record ReportHistogram(double From, double Step, IReadOnlyList<int> Counts)
{
    private const int Wanted = 24;

    /// <summary>Creates the histogram of numbers, or returns null if none is finite.</summary>
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
        // a value at the upper end belongs to the last step: a correlation of 1 gets no step of its own
        var counts = new int[Math.Max(1, (int)(Math.Ceiling((high / step) - 1e-9) - first))];
        foreach (var value in values)
            counts[Math.Clamp((int)(Math.Floor((value / step) + 1e-9) - first), 0, counts.Length - 1)]++;
        return new ReportHistogram(first * step, step, counts);
    }

    /// <summary>Returns the start of a step.</summary>
    internal double Start(int index) => Step == 0 ? From : Math.Round((From / Step) + index) * Step;

    private static double Round(double step)
    {
        if (!(step > 0))
            return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / unit) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * unit;
    }
}
