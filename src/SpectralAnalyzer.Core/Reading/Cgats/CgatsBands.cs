using System.Globalization;
using System.Text.RegularExpressions;

namespace SpectralAnalyzer.Core.Reading.Cgats;

/// <summary>The fields of a table that are wavelengths.</summary>
/// <param name="Places">Where they stand among the fields.</param>
/// <param name="Wavelengths">Their wavelengths in nm.</param>
internal sealed partial record CgatsBands(int[] Places, double[] Wavelengths)
{
    private const int FewestBands = 3;
    private const double Shortest = 100;
    private const double Longest = 5000;

    /// <summary>The bands of a table; null where it has none or no row.</summary>
    public static CgatsBands? Find(CgatsTable table, ReadingChecks checks)
    {
        var places = new List<int>();
        var named = new List<double>();
        for (var i = 0; i < table.Fields.Count; i++)
        {
            if (Wavelength(table.Fields[i]) is not { } wavelength)
                continue;
            places.Add(i);
            named.Add(wavelength);
        }

        return named.Count < FewestBands || table.Rows.Count == 0
            ? null
            : new CgatsBands([.. places], Exact(table, [.. named], checks));
    }

    // Argyll rounds the names of the fields to whole nm, and states the ends
    private static double[] Exact(CgatsTable table, double[] named, ReadingChecks checks)
    {
        double? first = table.Number("SPECTRAL_START_NM"), last = table.Number("SPECTRAL_END_NM"),
            bands = table.Number("SPECTRAL_BANDS");
        if (bands is { } count && count != named.Length)
        {
            checks.Fail(SpectralIssueIds.PointCountMismatch, Invariant(
                $"The file states {count} bands and has {named.Length}; the names of the fields are used."), table.FirstDataLine,
                    atMost: 0.85);
            return named;
        }

        if (first is not { } start || last is not { } end)
            return named;
        var exact = new double[named.Length];
        for (var i = 0; i < exact.Length; i++)
            exact[i] = start + i * (end - start) / (exact.Length - 1);
        exact[^1] = end;
        if (exact.Zip(named).All(pair => Math.Abs(pair.First - pair.Second) <= 0.5001))
        {
            checks.Pass("The stated ends and number of bands agree with the names of the fields.");
            return exact;
        }

        checks.Fail(SpectralIssueIds.FirstXMismatch, string.Create(
            CultureInfo.InvariantCulture,
            $"The file states bands from {start} to {end} nm, and its fields are named {named[0]} to "
            + $"{named[^1]} nm; the names are used."), table.FirstDataLine, atMost: 0.88);
        return named;
    }

    private static double? Wavelength(string field) =>
        Pattern().Match(field) is { Success: true } match
        && double.TryParse(match.Groups[1].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
        && value is >= Shortest and <= Longest ? value : null;

    [GeneratedRegex(@"^(?:SPECTRAL|SPEC|NM|R|WL|LAMBDA)?_?(?:NM|PCT|DEC)?_?(\d{3,4}(?:\.\d+)?)(?:_?NM)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
