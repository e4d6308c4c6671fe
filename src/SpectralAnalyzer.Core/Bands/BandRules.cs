namespace SpectralAnalyzer.Core.Bands;

/// <summary>What the statement of a band has to be.</summary>
public static class BandRules
{
    /// <summary>Checks bands.</summary>
    /// <param name="bands">The bands of a method.</param>
    /// <exception cref="SpectralException"><c>InvalidBand</c>: the first fault.</exception>
    public static void Check(IReadOnlyList<SpectralBand> bands)
    {
        foreach (var (band, message) in FindFaults(bands))
        {
            throw new SpectralException(
                SpectralErrorIds.InvalidBand, SpectralErrorCategory.InvalidArgument, message,
                "See docs/bands.md for what a band states.", band.Line);
        }
    }

    /// <summary>Finds the faults of bands, in the order of the bands.</summary>
    /// <param name="bands">The bands of a method.</param>
    public static IEnumerable<(SpectralBand Band, string Message)> FindFaults(IReadOnlyList<SpectralBand> bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        return Iterate(bands);
    }

    private static IEnumerable<(SpectralBand Band, string Message)> Iterate(IReadOnlyList<SpectralBand> bands)
    {
        var byName = new Dictionary<string, SpectralBand>(StringComparer.OrdinalIgnoreCase);
        foreach (var band in bands)
        {
            if (!byName.TryAdd(band.Name, band))
                yield return (band, $"There are two bands with the name {band.Name}.");
        }

        foreach (var band in bands)
        {
            var fault = string.IsNullOrWhiteSpace(band.Name) ? "A band has no name."
                : band.Measure == BandMeasure.Ratio ? RatioFault(band, byName)
                : RangeFault(band);
            if (fault is not null)
                yield return (band, fault);
        }
    }

    private static string? RangeFault(SpectralBand band)
    {
        var measure = band.Measure.ToString().ToLowerInvariant();
        if (band.Numerator is not null || band.Denominator is not null)
            return $"The band {band.Name} is not a ratio and has no numerator or denominator.";
        if (band.Position is not null && band.Measure != BandMeasure.Height)
            return $"The {measure} of the band {band.Name} needs a range, not one x.";
        if (band.Position is null && band.Range is null)
        {
            return band.Measure == BandMeasure.Height
                ? $"The height of the band {band.Name} needs an x or a range."
                : $"The {measure} of the band {band.Name} needs a range.";
        }

        if (band.Position is not null && band.Range is not null)
            return $"The height of the band {band.Name} is measured at an x or in a range, not both.";
        if (band.Position is { } position && !double.IsFinite(position))
            return $"The x of the band {band.Name} is not a finite number.";
        if (band.Base.Count > 2 || band.Base.Any(x => !double.IsFinite(x))
            || (band.Base.Count == 2 && band.Base[0] == band.Base[1]))
            return $"The base of the band {band.Name} is one x, or two different ones.";
        return null;
    }

    private static string? RatioFault(SpectralBand band, Dictionary<string, SpectralBand> byName)
    {
        if (band.Position is not null || band.Range is not null || band.Base.Count > 0)
            return $"The band {band.Name} is a ratio of two others, and has no x, range or base.";
        foreach (var name in (string?[])[band.Numerator, band.Denominator])
        {
            if (name is null)
                return $"The ratio {band.Name} names a numerator and a denominator.";
            if (!byName.ContainsKey(name))
                return $"The ratio {band.Name} names {name}, which is not a band.";
        }

        return Reaches(band, band, byName, []) ? $"The ratio {band.Name} refers to itself." : null;
    }

    private static bool Reaches(
        SpectralBand from, SpectralBand wanted, Dictionary<string, SpectralBand> byName, HashSet<string> seen) =>
        ((string?[])[from.Numerator, from.Denominator]).Any(name =>
            name is not null && byName.TryGetValue(name, out var next)
            && (ReferenceEquals(next, wanted) || (seen.Add(next.Name) && Reaches(next, wanted, byName, seen))));
}
