using System.Globalization;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Formats numbers for a report; the page sorts by the unrounded ones.</summary>
/// <param name="culture">The culture whose marks the numbers have.</param>
internal sealed class ReportNumber(CultureInfo culture)
{
    /// <summary>The text for a missing number.</summary>
    internal const string None = "–";

    private readonly string _mark = culture.NumberFormat.NumberDecimalSeparator;

    /// <summary>Returns a metric with the digits of its quantity.</summary>
    internal string Metric(SpectralMetric metric, double? value) => metric.Quantity switch
    {
        MetricQuantity.Coefficient => Correlation(value),
        MetricQuantity.Fraction => Percent(value),
        MetricQuantity.Position => Format(value, "0.##"),
        MetricQuantity.Shift => Format(value, "+0.##;−0.##;0"),
        MetricQuantity.Count => value is { } count && double.IsFinite(count) ? count.ToString("N0", culture) : None,
        _ => value is { } number && double.IsFinite(number) ? Marked(MetricsCaption.Number(number)) : None,
    };

    /// <summary>Returns a correlation with five digits, or more if these are all nines.</summary>
    internal string Correlation(double? value)
    {
        if (value is not { } r || !double.IsFinite(r))
            return None;
        var digits = 5;
        while (digits < 9 && Math.Abs(r) < 1 && Math.Round(Math.Abs(r), digits) >= 1)
            digits++;
        return Format(r, "F" + digits).Replace('-', '−');
    }

    /// <summary>Returns a fraction in percent.</summary>
    internal string Percent(double? value) => Format(100 * value, "0.# '%'");

    /// <summary>Returns a position on the axis.</summary>
    internal string Position(double value) => Format(value, "0.##");

    /// <summary>Returns a time in milliseconds, seconds or hours.</summary>
    internal string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        < 120 => Format(time.TotalSeconds, "0.0") + " s",
        _ => time.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture).TrimStart('0', '.'),
    };

    /// <summary>Returns a value of a limit or band with up to six digits.</summary>
    internal string Value(double value) => Format(value, "G6").Replace('-', '−');

    /// <summary>Returns how many there are of something.</summary>
    internal string Count(int count) => count.ToString("N0", culture);

    /// <summary>Returns a number with all digits, for sorting, or an empty string if there is none.</summary>
    internal static string Whole(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";

    private string Format(double? value, string format) =>
        value is { } number && double.IsFinite(number) ? Marked(number.ToString(format, CultureInfo.InvariantCulture)) : None;

    private string Marked(string number) => number.Replace(".", _mark, StringComparison.Ordinal);
}
