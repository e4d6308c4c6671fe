using SpectralAnalyzer.Core.Reading.Text;

namespace SpectralAnalyzer.Core.Reading;

/// <summary>Turns the unit words that instruments' own formats use into axis units and ordinates.</summary>
internal static class StatedUnits
{
    /// <summary>The axis that a unit's words name; <see cref="AxisUnit.Other"/> with the label where they name none that is known here.</summary>
    /// <param name="words">The words as the file has them.</param>
    /// <param name="isRaman">True where the file says elsewhere that it is a Raman spectrum.</param>
    public static SpectralAxis Axis(string? words, bool isRaman)
    {
        var label = words?.Trim().Trim('"').Trim();
        if (string.IsNullOrEmpty(label))
            return SpectralAxis.Unknown;
        var key = Key(label);
        var unit = key switch
        {
            _ when key.Contains("RAMAN", StringComparison.Ordinal) => AxisUnit.RamanShift,
            _ when IsReciprocalCentimetre(key) => isRaman ? AxisUnit.RamanShift : AxisUnit.Wavenumber,
            _ when IsOneOf(key, "NM", "NANOMET", "WAVELENGTHNM", "LAMBDANM") => AxisUnit.Nanometre,
            _ when IsOneOf(key, "UM", "MICROMET", "MICRON", "WAVELENGTHUM") => AxisUnit.Micrometre,
            _ when IsOneOf(key, "EV", "ELECTRONVOLT", "ENERGYEV", "BINDINGENERGYEV", "KINETICENERGYEV") => AxisUnit.ElectronVolt,
            _ when key.Contains("2THETA", StringComparison.Ordinal) || key.Contains("TWOTHETA", StringComparison.Ordinal) => AxisUnit.DegreeTwoTheta,
            _ when IsOneOf(key, "ARBITRARY", "UNKNOWN", "NONE") => AxisUnit.Unknown,
            _ => AxisWords.Read(label).Unit is var inOtherWords and not AxisUnit.Unknown ? inOtherWords : AxisUnit.Other,
        };
        return new SpectralAxis(unit, label);
    }

    /// <summary>The ordinate that a unit's words name. Transmittance and reflectance without a percent sign are decided by the numbers.</summary>
    /// <param name="words">The words as the file has them.</param>
    /// <param name="values">The ordinates.</param>
    /// <param name="checks">Where the decision on percent or fraction is recorded.</param>
    public static SpectralOrdinate Ordinate(string? words, ReadOnlySpan<double> values, ReadingChecks checks)
    {
        var label = words?.Trim().Trim('"').Trim();
        if (string.IsNullOrEmpty(label))
            return SpectralOrdinate.Unknown;
        var key = Key(label);
        if (key.Contains("KUBELKA", StringComparison.Ordinal) || key is "KM")
            return new SpectralOrdinate(OrdinateKind.KubelkaMunk, label);
        if (key.Contains("LOG1R", StringComparison.Ordinal) || key.Contains("LOG1/R", StringComparison.Ordinal))
            return new SpectralOrdinate(OrdinateKind.Other, label);
        if (IsOneOf(key, "ABSORBANCE", "ABSORBANCEUNITS", "ABSORBANZ", "EXTINCTION") || key is "A" or "ABS" or "AU" && !label.Contains('.', StringComparison.Ordinal))
            return new SpectralOrdinate(OrdinateKind.Absorbance, label);
        var percent = label.Contains('%', StringComparison.Ordinal) || key.Contains("PERCENT", StringComparison.Ordinal);
        if (key.Contains("TRANSM", StringComparison.Ordinal) || key is "T" or "%T")
            return new SpectralOrdinate(Scaled(OrdinateKind.Transmittance, OrdinateKind.PercentTransmittance, percent, values, checks), label);
        if (key.Contains("REFLECT", StringComparison.Ordinal) || key is "R" or "%R")
            return new SpectralOrdinate(Scaled(OrdinateKind.Reflectance, OrdinateKind.PercentReflectance, percent, values, checks), label);
        if (IsOneOf(key, "ARBITRARY", "COUNT", "INTENSIT", "COUNTS/S", "RAMANINTENSITY", "EMISSION", "SINGLEBEAM", "CCDCTS", "CPS"))
            return new SpectralOrdinate(OrdinateKind.Intensity, label);
        var inOtherWords = OrdinateWords.Read(label);
        return new SpectralOrdinate(inOtherWords is OrdinateKind.Intensity or OrdinateKind.KubelkaMunk ? inOtherWords : OrdinateKind.Other, label);
    }

    /// <summary>Decides between fraction and percent by the largest value: a fraction does not reach 2, a percentage nearly always does.</summary>
    public static OrdinateKind Scaled(
        OrdinateKind fraction, OrdinateKind percentage, bool saysPercent, ReadOnlySpan<double> values, ReadingChecks checks)
    {
        if (saysPercent)
            return percentage;
        var largest = double.NegativeInfinity;
        foreach (var y in values)
            largest = y > largest ? y : largest;
        var kind = largest > 2 ? percentage : fraction;
        checks.Tells("OrdinateScale", FormattableString.Invariant(
            $"The file does not say whether y is a fraction or in percent; its largest value is {largest:G6}, so it is taken as {(kind == percentage ? "percent" : "a fraction")}."));
        if (largest is > 1.3 and <= 2)
            checks.Warns("OrdinateScaleUnclear", "A largest value between 1.3 and 2 fits neither a fraction nor a percentage well; state -Ordinate where you know it.");
        return kind;
    }

    private static bool IsReciprocalCentimetre(string key) =>
        key.Contains("1/CM", StringComparison.Ordinal) || key.Contains("CM-1", StringComparison.Ordinal)
        || key.Contains("WAVENUMBER", StringComparison.Ordinal) || key.Contains("WELLENZAHL", StringComparison.Ordinal) || key is "CM1";

    private static bool IsOneOf(string key, params ReadOnlySpan<string> starts)
    {
        foreach (var start in starts)
        {
            if (key.StartsWith(start, StringComparison.Ordinal) && (start.Length > 3 || key.Length == start.Length))
                return true;
        }

        return false;
    }

    private static string Key(string label)
    {
        var key = label.ToUpperInvariant()
            .Replace('\u2212', '-').Replace('\u2013', '-').Replace('\u00B5', 'U').Replace('\u03BC', 'U').Replace('\u039C', 'U')
            .Replace("\u207B\u00B9", "-1", StringComparison.Ordinal)
            .Replace("\u2070", "0", StringComparison.Ordinal)
            .Replace("Θ", "THETA", StringComparison.Ordinal);
        var kept = key.Where(c => char.IsLetterOrDigit(c) || c is '/' or '-' or '%').ToArray();
        key = new string(kept);
        return key.Replace("2-THETA", "2THETA", StringComparison.Ordinal);
    }
}
