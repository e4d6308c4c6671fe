namespace SpectralAnalyzer.Core.Bands;

/// <summary>Measures bands. A value that cannot be measured is NaN with a note; docs/bands.md has the formulas.</summary>
public static class BandMeasurement
{
    /// <summary>Measures bands.</summary>
    /// <param name="bands">The bands, which <see cref="BandRules.Check"/> accepts.</param>
    /// <param name="sample">The sample, in the units of the baseline where there is one.</param>
    /// <param name="baseline">The baseline, or null.</param>
    /// <param name="resampling">How the sample is brought onto the baseline's grid for bands of the difference.</param>
    /// <returns>A value for each band, in the order of the bands.</returns>
    /// <exception cref="SpectralException"><c>InvalidBand</c>: a band is not completely or not uniquely stated.</exception>
    public static IReadOnlyList<BandValue> Measure(
        IReadOnlyList<SpectralBand> bands,
        Spectrum sample,
        Spectrum? baseline = null,
        ResamplingMethod resampling = ResamplingMethod.Linear)
    {
        ArgumentNullException.ThrowIfNull(bands);
        ArgumentNullException.ThrowIfNull(sample);
        BandRules.Check(bands);
        var sources = new Dictionary<BandSource, MeasuredSpectrum?>();
        var values = new Dictionary<string, BandValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var band in bands)
        {
            if (band.Measure == BandMeasure.Ratio)
                continue;
            if (!sources.TryGetValue(band.Of, out var source))
                sources[band.Of] = source = FindSource(band.Of, sample, baseline, resampling);
            values[band.Name] = source is null
                ? new BandValue(band.Name, band.Measure, double.NaN, double.NaN, "", MissingSource(band.Of, baseline))
                : source.Measure(band);
        }

        var byName = bands.ToDictionary(band => band.Name, StringComparer.OrdinalIgnoreCase);
        return [.. bands.Select(band => ValueOf(band, byName, values))];
    }

    private static MeasuredSpectrum? FindSource(
        BandSource source, Spectrum sample, Spectrum? baseline, ResamplingMethod resampling) => source switch
        {
            BandSource.Sample => MeasuredSpectrum.From(sample),
            _ when baseline is null => null,
            BandSource.Baseline => MeasuredSpectrum.From(baseline),
            _ => MeasuredSpectrum.FromDifference(sample, baseline, resampling),
        };

    private static string MissingSource(BandSource source, Spectrum? baseline) => (source, baseline) switch
    {
        (BandSource.Difference, not null) => "Sample and baseline have no range of x in common.",
        _ => "There is no baseline.",
    };

    // the rules exclude circles
    private static BandValue ValueOf(
        SpectralBand band, Dictionary<string, SpectralBand> bands, Dictionary<string, BandValue> values)
    {
        if (values.TryGetValue(band.Name, out var known))
            return known;
        var numerator = ValueOf(bands[band.Numerator!], bands, values);
        var denominator = ValueOf(bands[band.Denominator!], bands, values);
        var ratio = numerator.Value / denominator.Value;
        var note = double.IsFinite(ratio) ? Join(numerator, denominator)
            : !double.IsFinite(numerator.Value) || !double.IsFinite(denominator.Value) ? Join(numerator, denominator)
            : $"{denominator.Name} is 0.";
        return values[band.Name] = new BandValue(
            band.Name, band.Measure, double.IsFinite(ratio) ? ratio : double.NaN, double.NaN,
            RatioUnit(numerator.Unit, denominator.Unit), note);
    }

    private static string? Join(BandValue numerator, BandValue denominator)
    {
        var notes = new[] { numerator, denominator }.Where(value => value.Note is not null)
            .DistinctBy(value => value.Name).Select(value => $"{value.Name}: {value.Note}").ToArray();
        return notes.Length == 0 ? null : string.Join(" ", notes);
    }

    private static string RatioUnit(string numerator, string denominator)
    {
        if (numerator == denominator)
            return "";
        static string Enclosed(string unit) => unit.Contains(' ', StringComparison.Ordinal) ? $"({unit})" : unit;
        return (numerator.Length, denominator.Length) switch
        {
            (_, 0) => numerator,
            (0, _) => $"1 / {Enclosed(denominator)}",
            _ => $"{Enclosed(numerator)} / {Enclosed(denominator)}",
        };
    }
}
