using System.Globalization;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The line of metrics below a graph.</summary>
internal static class MetricsCaption
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Returns the metrics that a caption has, with their significant digits.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="symbol">The unit of x, or an empty string.</param>
    internal static string Create(SpectralComparison comparison, string symbol)
    {
        var unit = symbol.Length == 0 ? "" : " " + symbol;
        return string.Join("   ·   ", SpectralMetrics.All
            .Where(m => m.Caption is not null && (m.Quantity != MetricQuantity.Shift || double.IsFinite(m.Value(comparison))))
            .Select(m => string.Format(CultureInfo.InvariantCulture, m.Caption!, Value(m, comparison, unit))
                + (m.Position is { } position ? " at " + Position(position(comparison), comparison) + unit : "")));
    }

    /// <summary>Writes a power of ten, for example 10⁻³.</summary>
    internal static string PowerOfTen(int exponent) =>
        "10" + string.Concat(exponent.ToString(CultureInfo.InvariantCulture).Select(c => c == '-' ? '⁻' : Superscripts[c - '0']));

    /// <summary>Writes a value with three significant digits.</summary>
    internal static string Number(double value)
    {
        if (!double.IsFinite(value))
            return "not defined";
        if (value == 0)
            return "0";
        var power = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (power is > 5 or < -4)
        {
            var mantissa = (value / Math.Pow(10, power)).ToString("F2", CultureInfo.InvariantCulture);
            return Signed(mantissa) + " × " + PowerOfTen(power);
        }

        return Signed(value.ToString("F" + Math.Clamp(2 - power, 0, 6), CultureInfo.InvariantCulture));
    }

    private static string Value(SpectralMetric metric, SpectralComparison comparison, string unit) =>
        metric.Value(comparison) is var value && !double.IsFinite(value)
            ? "not defined"
            : metric.Quantity switch
            {
                MetricQuantity.Coefficient => Coefficient(value),
                MetricQuantity.Fraction => Percent(value),
                MetricQuantity.Position => Position(value, comparison) + unit,
                MetricQuantity.Shift =>
                    Shift(value) + unit + (comparison.Peaks.Count == 1 ? " (1 peak)" : $" ({comparison.Peaks.Count} peaks)"),
                MetricQuantity.Count => value.ToString("F0", CultureInfo.InvariantCulture),
                _ => Number(value),
            };

    // four digits, and more if the first ones are nines: 0.99997 is not 1
    private static string Coefficient(double r)
    {
        var digits = 4;
        while (digits < 8 && Math.Abs(r) < 1 && Math.Round(Math.Abs(r), digits) >= 1)
            digits++;
        return Signed(r.ToString("F" + digits, CultureInfo.InvariantCulture));
    }

    private static string Position(double x, SpectralComparison comparison)
    {
        var span = Math.Abs(comparison.OverlapMax - comparison.OverlapMin);
        var decimals = span > 0 ? Math.Clamp(3 - (int)Math.Floor(Math.Log10(span)), 0, 8) : 3;
        return double.IsFinite(x) ? Signed(x.ToString("F" + decimals, CultureInfo.InvariantCulture)) : "not defined";
    }

    private static string Percent(double fraction)
    {
        var percent = fraction * 100;
        var whole = percent is >= 99.95 or 0;
        return percent.ToString(whole ? "F0" : "F1", CultureInfo.InvariantCulture) + " %";
    }

    private static string Shift(double shift) =>
        Signed(Math.Round(shift, 2).ToString("+0.##;-0.##;0", CultureInfo.InvariantCulture));

    private static string Signed(string number) => number.StartsWith('-') ? "−" + number[1..] : number;
}
