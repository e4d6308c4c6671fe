using System.Globalization;
using SpectralAnalyzer.Core.Plotting;

namespace SpectralAnalyzer.Core.Reporting;

/// <summary>Numbers as a report shows them; the page sorts by the whole ones.</summary>
internal static class ReportNumber
{
    /// <summary>What stands where there is no number.</summary>
    internal const string None = "–";

    /// <summary>A correlation: five digits, and more where these are all nines.</summary>
    internal static string Correlation(double? value)
    {
        if (value is not { } r || !double.IsFinite(r))
            return None;
        var digits = 5;
        while (digits < 9 && Math.Abs(r) < 1 && Math.Round(Math.Abs(r), digits) >= 1)
            digits++;
        return r.ToString("F" + digits, CultureInfo.InvariantCulture).Replace('-', '−');
    }

    /// <summary>Three significant digits.</summary>
    internal static string Short(double? value) => value is { } number && double.IsFinite(number) ? MetricsCaption.Number(number) : None;

    /// <summary>A part of the whole, in percent.</summary>
    internal static string Percent(double? value) =>
        value is { } part && double.IsFinite(part) ? (100 * part).ToString("0.#", CultureInfo.InvariantCulture) + " %" : None;

    /// <summary>A shift, with its sign.</summary>
    internal static string Shift(double? value) =>
        value is { } shift && double.IsFinite(shift) ? shift.ToString("+0.##;−0.##;0", CultureInfo.InvariantCulture) : None;

    /// <summary>A time, in the unit that suits it.</summary>
    internal static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        < 1 => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms",
        < 120 => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s",
        _ => time.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture).TrimStart('0', '.'),
    };

    /// <summary>The whole number, for sorting; empty where there is none.</summary>
    internal static string Whole(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "";
}
