namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The line of limits below a graph.</summary>
internal static class LimitsCaption
{
    /// <summary>Returns the texts of the limits, the worst first, for example <c>Fail: oxidation = 14.2 (max 12)</c>.</summary>
    internal static string[] Create(IReadOnlyList<LimitOutcome> limits) => [.. limits.Select(Describe)];

    private static string Describe(LimitOutcome outcome)
    {
        var value = double.IsNaN(outcome.Value) ? "missing" : MetricsCaption.Number(outcome.Value);
        var unit = double.IsNaN(outcome.Value) || outcome.Unit.Length == 0 ? "" : " " + Short(outcome.Unit);
        var verdict = outcome.Verdict is SpectralVerdict.Fail or SpectralVerdict.Warning ? $"{outcome.Verdict}: " : "";
        return $"{verdict}{outcome.Name} = {value}{unit} ({outcome.Bound})";
    }

    // the symbols that spectroscopists use; the caption has one line
    private static string Short(string unit) => unit.Replace("Absorbance", "A", StringComparison.Ordinal)
        .Replace(" · ", "·", StringComparison.Ordinal);
}
