namespace SpectralAnalyzer.Core.Judging;

/// <summary>What the statement of a limit has to be.</summary>
public static class LimitRules
{
    /// <summary>Returns the metric with a name, in any case; null where there is none.</summary>
    /// <param name="name">The name, for example <c>maxAbsoluteDifference</c>.</param>
    public static SpectralMetric? FindMetric(string name) =>
        SpectralMetrics.All.FirstOrDefault(metric => metric.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Checks limits.</summary>
    /// <param name="limits">The limits of a method.</param>
    /// <param name="bands">The bands of the method.</param>
    /// <exception cref="SpectralException"><c>InvalidLimit</c>: the first fault.</exception>
    public static void Check(IReadOnlyList<SpectralLimit> limits, IReadOnlyList<SpectralBand> bands)
    {
        foreach (var (limit, message) in FindFaults(limits, bands))
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidLimit, SpectralErrorCategory.InvalidArgument, message,
                "See docs/bands.md for what a limit states.", limit.Line);
        }
    }

    /// <summary>Finds the faults of limits, in the order of the limits.</summary>
    /// <param name="limits">The limits of a method.</param>
    /// <param name="bands">The bands of the method.</param>
    public static IEnumerable<(SpectralLimit Limit, string Message)> FindFaults(
        IReadOnlyList<SpectralLimit> limits, IReadOnlyList<SpectralBand> bands)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(bands);
        return Iterate(limits, bands);
    }

    private static IEnumerable<(SpectralLimit Limit, string Message)> Iterate(
        IReadOnlyList<SpectralLimit> limits, IReadOnlyList<SpectralBand> bands)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var limit in limits)
        {
            if (!names.Add(limit.Name))
                yield return (limit, $"{limit.Name} has limits twice.");
            if (Fault(limit, bands) is { } fault)
                yield return (limit, fault);
        }
    }

    private static string? Fault(SpectralLimit limit, IReadOnlyList<SpectralBand> bands)
    {
        var isBand = bands.Any(band => band.Name.Equals(limit.Name, StringComparison.OrdinalIgnoreCase));
        var isMetric = FindMetric(limit.Name) is not null;
        if (isBand && isMetric)
            return $"{limit.Name} is the name of a band and of a metric: rename the band.";
        if (!isBand && !isMetric)
            return $"{limit.Name} is neither a band of the method nor a metric.";
        double?[] bounds = [limit.Min, limit.WarnMin, limit.WarnMax, limit.Max];
        if (bounds.All(bound => bound is null))
            return $"The limit of {limit.Name} states no number.";
        if (bounds.Any(bound => bound is { } number && !double.IsFinite(number)))
            return $"The limits of {limit.Name} are finite numbers.";
        var stated = bounds.OfType<double>().ToArray();
        return stated.Zip(stated.Skip(1)).Any(pair => pair.First > pair.Second)
            ? $"The limits of {limit.Name} are not in order: min ≤ smallest without a warning ≤ largest without a warning ≤ max."
            : null;
    }
}
