namespace SpectralAnalyzer.Core.Reporting;

/// <summary>A histogram with steps of a round width.</summary>
/// <param name="From">The start of the first step.</param>
/// <param name="Step">The width of a step.</param>
/// <param name="Counts">The number of values in each step.</param>
internal sealed record ReportHistogram(double From, double Step, IReadOnlyList<int> Counts)
{
    private const int Wanted = 24;

    /// <summary>Creates the histogram of numbers, or returns null if none is finite.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="bounds">Limits, which the range reaches unless that would take more than half of it.</param>
    internal static ReportHistogram? Create(IEnumerable<double> numbers, params IReadOnlyList<double> bounds)
    {
        double[] values = [.. numbers.Where(double.IsFinite)];
        if (values.Length == 0)
            return null;
        double least = values.Min(), most = values.Max(), low = least, high = most;
        var reach = most > least ? most - least : Math.Max(Math.Abs(most), 1e-12);
        foreach (var bound in bounds.Where(b => b >= least - reach && b <= most + reach))
            (low, high) = (Math.Min(low, bound), Math.Max(high, bound));
        var step = Round((high - low) / Wanted);
        if (!(step > 1e-12 * Math.Max(Math.Abs(low), Math.Abs(high))))
            return new ReportHistogram(low, 0, [values.Length]);
        var first = Math.Floor((low / step) + 1e-9);
        // a value at the upper end belongs to the last step: a correlation of 1 gets no step of its own
        var counts = new int[Math.Max(1, (int)(Math.Ceiling((high / step) - 1e-9) - first))];
        foreach (var value in values)
            counts[Math.Clamp((int)(Math.Floor((value / step) + 1e-9) - first), 0, counts.Length - 1)]++;
        return new ReportHistogram(first * step, step, counts);
    }

    /// <summary>Returns the start of a step.</summary>
    internal double Start(int index) => Step == 0 ? From : Math.Round((From / Step) + index) * Step;

    /// <summary>Returns where a value lies, from 0 at the start to 1 at the end; null if it is not in the range.</summary>
    internal double? Place(double value)
    {
        var place = Step == 0 ? double.NaN : (value - From) / (Step * Counts.Count);
        return place is >= -1e-9 and <= 1 + 1e-9 ? Math.Clamp(place, 0, 1) : null;
    }

    private static double Round(double step)
    {
        if (!(step > 0))
            return 0;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(step)));
        return (step / unit) switch { <= 1 => 1, <= 2 => 2, <= 5 => 5, _ => 10 } * unit;
    }
}
