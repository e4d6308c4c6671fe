namespace SpectralAnalyzer;

/// <summary>A value held against its limit.</summary>
/// <param name="Name">The name of the metric or band.</param>
/// <param name="Value">The value; NaN where it is missing, which fails.</param>
/// <param name="Unit">The unit of the value; empty where it has none.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Verdict">The outcome.</param>
/// <param name="Excess">
/// How far the value is beyond the limit that decided, in its unit: positive beyond, negative within; NaN where the value is
/// missing.
/// </param>
public sealed record LimitOutcome(
    string Name, double Value, string Unit, SpectralLimit Limit, SpectralVerdict Verdict, double Excess)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Name} = {Value:G6}: {Verdict}");
}
