using System.Globalization;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Formats numbers for a report; the page sorts by the unrounded ones.</summary>
internal static class ReportNumber
{
    /// <summary>The text for a missing number.</summary>
    internal const string None = "–";

    /// <summary>Returns a metric with the digits of its quantity.</summary>
    internal static string Metric(SpectralMetric metric, double? value) => metric.Quantity switch
    {
        MetricQuantity.Coefficient => Correlation(value),
        MetricQuantity.Fraction => Percent(value),
        MetricQuantity.Position => Format(value, "0.##"),
        MetricQuantity.Shift => Format(value, "+0.##;−0.##;0"),
        MetricQuantity.Count => Format(value, "N0"),
        _ => value is { } number && double.IsFinite(number) ? MetricsCaption.Number(number) : None,
    };

    /// <summary>Returns a correlation with five digits, or more if these are all nines.</summary>
    internal static string Correlation(double? value)
    {
        if (value is not { } r || !double.IsFinite(r))
            return None;
        var digits = 5;
        while (digits < 9 && Math.Abs(r) < 1 && Math.Round(Math.Abs(r), digits) >= 1)
            digits++;
        return r.ToString("F" + digits, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>Returns a fraction in percent.</summary>
    internal static string Percent(double? value) => Format(100 * value, "0.# '%'");

    /// <summary>Returns a time in milliseconds, seconds or hours.</summary>
    internal static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        < 120 => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        _ => time.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture).TrimStart('0', '.'),
    };

    /// <summary>Returns a value of a limit or band with up to six digits.</summary>
    internal static string Value(double value) => value.ToString("G6", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>Returns a number with all digits, for sorting, or an empty string if there is none.</summary>
    internal static string Whole(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private static string Format(double? value, string format) =>
        value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : None;
}
