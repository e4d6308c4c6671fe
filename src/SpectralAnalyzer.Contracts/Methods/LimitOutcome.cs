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
    /// <summary>
    /// Gets the bound that decided, for example <c>max 12</c> or <c>warn above 8</c>; of a value within all bounds, or missing,
    /// all of them.
    /// </summary>
    public string Bound => double.IsNaN(Value) || Verdict is SpectralVerdict.Pass or SpectralVerdict.None
        ? string.Join(", ", Bounds().Where(bound => bound.Length > 0))
        : Verdict == SpectralVerdict.Fail
            ? Value < Limit.Min ? Bounds()[0] : Bounds()[1]
            : Value < Limit.WarnMin ? Bounds()[2] : Bounds()[3];

    /// <inheritdoc/>
    public override string ToString() => double.IsNaN(Value)
        ? $"{Name} is missing ({Bound}): {Verdict}"
        : FormattableString.Invariant($"{Name} = {Value:G6}{(Unit.Length == 0 ? "" : " ")}{Unit} ({Bound}): {Verdict}");

    private string[] Bounds() =>
    [
        Text("min", Limit.Min), Text("max", Limit.Max), Text("warn below", Limit.WarnMin), Text("warn above", Limit.WarnMax),
    ];

    private static string Text(string word, double? bound) =>
        bound is { } number ? FormattableString.Invariant($"{word} {number:G6}") : "";
}
