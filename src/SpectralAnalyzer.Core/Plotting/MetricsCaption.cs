using System.Globalization;

namespace SpectralAnalyzer.Core.Plotting;

/// <summary>The line of metrics below a graph.</summary>
internal static class MetricsCaption
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Returns the metrics that a caption has, with their significant digits and units.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="axis">The x axis.</param>
    /// <param name="ordinate">The quantity of y.</param>
    internal static string[] Create(SpectralComparison comparison, SpectralAxis axis, SpectralOrdinate ordinate)
    {
        string unit = After(axis.Symbol), unitOfY = After(ordinate.Symbol);
        return
        [
            .. SpectralMetrics.All
                .Where(m => m.Caption is not null)
                .Where(m => m.Quantity != MetricQuantity.Shift || double.IsFinite(m.Value(comparison)))
                .Select(m => string.Format(CultureInfo.InvariantCulture, m.Caption!, Value(m, comparison, unit, unitOfY))
                    + (m.Position is { } position && double.IsFinite(position(comparison))
                        ? " at " + Position(position(comparison), comparison) + unit
                        : "")),
        ];

        static string After(string symbol) => symbol.Length == 0 ? "" : " " + symbol;
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
            // the power of the rounded value: 9.999 is 1.00 × 10¹
            var mantissa = Math.Round(value / Math.Pow(10, power), 2);
            if (Math.Abs(mantissa) >= 10)
                (mantissa, power) = (mantissa / 10, power + 1);
            return Signed(mantissa.ToString("F2", CultureInfo.InvariantCulture)) + " × " + PowerOfTen(power);
        }

        return Signed(value.ToString("F" + Math.Clamp(2 - power, 0, 6), CultureInfo.InvariantCulture));
    }

    private static string Value(SpectralMetric metric, SpectralComparison comparison, string unit, string unitOfY) =>
        metric.Value(comparison) is var value && !double.IsFinite(value)
            ? "not defined"
            : metric.Quantity switch
            {
                MetricQuantity.Coefficient => Coefficient(value),
                MetricQuantity.Fraction => Percent(value),
                MetricQuantity.Position => Position(value, comparison) + unit,
                MetricQuantity.Shift => Shift(value, comparison) + unit + Peaks(comparison),
                MetricQuantity.Count => value.ToString("F0", CultureInfo.InvariantCulture),
                MetricQuantity.Difference => Number(value) + unitOfY,
                _ => Number(value),
            };

    // a mean over the matched peaks says nothing of those that came and went
    private static string Peaks(SpectralComparison comparison) =>
        (comparison.Peaks.Count == 1 ? " (1 peak" : $" ({comparison.Peaks.Count} peaks")
        + (comparison.NewPeakCount > 0 ? $", {comparison.NewPeakCount} new" : "")
        + (comparison.LostPeakCount > 0 ? $", {comparison.LostPeakCount} lost" : "") + ")";

    // four digits, and more if the first ones are nines: 0.99997 is not 1
    private static string Coefficient(double r)
    {
        var digits = 4;
        while (digits < 8 && Math.Abs(r) < 1 && Math.Round(Math.Abs(r), digits) >= 1)
            digits++;
        digits = Math.Round(Math.Abs(r), digits) >= 1 ? 4 : digits;
        return Signed(r.ToString("F" + digits, CultureInfo.InvariantCulture));
    }

    private static string Position(double x, SpectralComparison comparison)
    {
        return double.IsFinite(x)
            ? Signed(x.ToString("F" + Decimals(comparison), CultureInfo.InvariantCulture))
            : "not defined";
    }

    // of a position: a tenth of a point of the screen
    private static int Decimals(SpectralComparison comparison)
    {
        var span = Math.Abs(comparison.OverlapMax - comparison.OverlapMin);
        return span > 0 && double.IsFinite(span) ? Math.Clamp(3 - (int)Math.Floor(Math.Log10(span)), 0, 8) : 3;
    }

    private static string Percent(double fraction)
    {
        var percent = fraction * 100;
        var whole = percent is >= 99.95 or 0;
        return percent.ToString(whole ? "F0" : "F1", CultureInfo.InvariantCulture) + " %";
    }

    private static string Shift(double shift, SpectralComparison comparison)
    {
        var decimals = Math.Min(Decimals(comparison) + 2, 10);
        var text = Math.Round(shift, decimals).ToString("0." + new string('#', decimals), CultureInfo.InvariantCulture);
        return Signed(Math.Round(shift, decimals) > 0 ? "+" + text : text);
    }

    // zero has no sign
    private static string Signed(string number) => !number.StartsWith('-') ? number
        : number.AsSpan(1).ContainsAnyExcept('0', '.') ? "−" + number[1..] : number[1..];
}
