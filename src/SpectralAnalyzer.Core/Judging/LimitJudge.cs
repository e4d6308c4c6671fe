namespace SpectralAnalyzer.Core.Judging;

/// <summary>Holds the values of a spectrum against limits. A value that is missing fails.</summary>
public static class LimitJudge
{
    /// <summary>Judges a spectrum.</summary>
    /// <param name="limits">The limits, which <see cref="LimitRules.Check"/> accepts.</param>
    /// <param name="comparison">The comparison; null where there is none, so that limits of metrics fail.</param>
    /// <param name="bands">The values of the bands.</param>
    /// <param name="baseline">The spectrum whose units the metrics have; null leaves them out.</param>
    public static Judgment Judge(
        IReadOnlyList<SpectralLimit> limits,
        SpectralComparison? comparison,
        IReadOnlyList<BandValue> bands,
        Spectrum? baseline = null)
    {
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(bands);
        if (limits.Count == 0)
            return Judgment.None;
        var outcomes = limits.Select(limit => Hold(limit, comparison, bands, baseline))
            .OrderByDescending(held => held.Outcome.Verdict)
            .ThenByDescending(held => double.IsNaN(held.Outcome.Value))
            .ThenByDescending(held => held.Severity)
            .Select(held => held.Outcome)
            .ToArray();
        return new Judgment(outcomes[0].Verdict, outcomes);
    }

    private static (LimitOutcome Outcome, double Severity) Hold(
        SpectralLimit limit, SpectralComparison? comparison, IReadOnlyList<BandValue> bands, Spectrum? baseline)
    {
        var (name, value, unit) = Find(limit.Name, comparison, bands, baseline);
        if (!double.IsFinite(value))
            return (new LimitOutcome(name, double.NaN, unit, limit, SpectralVerdict.Fail, double.NaN), 0);
        Bound limits = Nearest(value, limit.Min, limit.Max), warnings = Nearest(value, limit.WarnMin, limit.WarnMax);
        var (verdict, decisive) = limits.Excess > 0 ? (SpectralVerdict.Fail, limits)
            : warnings.Excess > 0 ? (SpectralVerdict.Warning, warnings)
            : (SpectralVerdict.Pass, limits.Excess > warnings.Excess ? limits : warnings);
        var excess = double.IsFinite(decisive.Excess) ? decisive.Excess : double.NaN;
        return (new LimitOutcome(name, value, unit, limit, verdict, excess),
            decisive.Excess / (decisive.At == 0 ? 1 : Math.Abs(decisive.At)));
    }

    // the bound that the value is farthest beyond, or else nearest to
    private static Bound Nearest(double value, double? min, double? max)
    {
        var below = min is { } least ? new Bound(least, least - value) : Bound.None;
        var above = max is { } most ? new Bound(most, value - most) : Bound.None;
        return below.Excess > above.Excess ? below : above;
    }

    private static (string Name, double Value, string Unit) Find(
        string name, SpectralComparison? comparison, IReadOnlyList<BandValue> bands, Spectrum? baseline)
    {
        var band = bands.FirstOrDefault(value => value.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (band is not null)
            return (band.Name, band.Value, band.Unit);
        return LimitRules.FindMetric(name) is { } metric
            ? (metric.Name, comparison is null ? double.NaN : metric.Value(comparison), UnitOf(metric, baseline))
            : (name, double.NaN, "");
    }

    private static string UnitOf(SpectralMetric metric, Spectrum? baseline)
    {
        if (metric.Quantity == MetricQuantity.Angle)
            return "rad";
        if (baseline is null)
            return "";
        var (x, y) = (baseline.Axis.Symbol, baseline.Ordinate.Kind == OrdinateKind.Unknown ? "" : baseline.Ordinate.Title);
        return metric.Unit switch
        {
            "y" => y,
            "x" => x,
            "y·x" => $"{(y.Length == 0 ? "y" : y)} · {(x.Length == 0 ? "x" : x)}",
            _ => "",
        };
    }

    private readonly record struct Bound(double At, double Excess)
    {
        internal static Bound None { get; } = new(1, double.NegativeInfinity);
    }
}
