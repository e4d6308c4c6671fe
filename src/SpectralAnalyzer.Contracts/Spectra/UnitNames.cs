namespace SpectralAnalyzer;

/// <summary>
/// The one home of how graphs write the units and quantities that files state and that no member of <see cref="AxisUnit"/> and
/// <see cref="OrdinateKind"/> stands for.
/// </summary>
internal static class UnitNames
{
    private static readonly UnitName[] s_axes =
    [
        new("Å", "Wavelength", "å", "angstrom", "angstroms", "ångström", "ångstrom", "angström", "ang"),
        new("keV", "Energy", "kev"),
        new("Å⁻¹", "q", "å-1", "å^-1", "1/å", "å⁻¹", "1/angstrom", "angstrom^-1", "angstrom-1"),
        new("nm⁻¹", "q", "nm-1", "nm^-1", "1/nm", "nm⁻¹"),
        new("ppm", "Chemical shift", "ppm"),
        new("THz", "Frequency", "thz"),
        new("GHz", "Frequency", "ghz"),
        new("MHz", "Frequency", "mhz"),
        new("kHz", "Frequency", "khz"),
        new("Hz", "Frequency", "hz", "hertz"),
        new("s", "Time", "s", "sec", "seconds"),
        new("min", "Time", "min", "minutes"),
        new("°C", "Temperature", "°c"),
        new("mT", "Field", "mt"),
        new("V", "Potential", "v", "volt", "volts"),
    ];

    private static readonly UnitName[] s_ordinates =
    [
        new("counts/s", "Intensity", "counts/s", "count/s", "cts/s", "c/s", "cps", "counts/sec", "cts/sec", "counts s-1",
            "counts s^-1", "counts s⁻¹", "counts/second", "counts per second"),
        new("counts", "Intensity", "counts", "count", "cts", "cnt", "ccd cts", "ccd counts"),
        new("", "Intensity", "arb", "arb.", "arbitrary", "arbitrary units", "arb. units", "arb. u.", "arb.u.", "a.u.", "a. u."),
        new("mdeg", "Ellipticity", "mdeg", "millidegrees", "millidegree"),
        new("deg cm² dmol⁻¹", "Molar ellipticity", "deg cm2 dmol-1", "deg cm^2 dmol^-1", "deg.cm2.dmol-1", "deg·cm²·dmol⁻¹",
            "deg cm² dmol⁻¹", "deg cm2/dmol", "deg*cm2/dmol", "deg*cm^2/dmol", "deg cm^2/dmol"),
        new("M⁻¹ cm⁻¹", "Δε", "m-1 cm-1", "m^-1 cm^-1", "m-1cm-1", "m⁻¹ cm⁻¹", "m⁻¹cm⁻¹", "1/(m cm)", "l/(mol cm)",
            "l mol-1 cm-1", "l mol^-1 cm^-1"),
        new("W m⁻² nm⁻¹", "Spectral irradiance", "w/m2/nm", "w/m^2/nm", "w/m²/nm", "w m-2 nm-1", "w m^-2 nm^-1", "w m⁻² nm⁻¹",
            "w/m^2nm", "w/m2nm", "w/(m2 nm)", "w/(m^2 nm)", "w/(m² nm)", "w/(m2*nm)"),
        new("µW cm⁻² nm⁻¹", "Spectral irradiance", "uw/cm2/nm", "uw/cm^2/nm", "µw/cm²/nm", "µw/cm2/nm", "µw/cm^2/nm",
            "μw/cm²/nm", "μw/cm2/nm", "μw/cm^2/nm"),
        new("mAU", "Absorbance", "mau"),
    ];

    private static readonly (string Name, string[] Words)[] s_quantities =
    [
        ("m/z", ["m/z", "mz", "mass/charge", "mass-to-charge ratio", "m/z (th)", "m/z (da)"]),
        ("log(1/R)", ["log(1/r)", "log 1/r", "log1/r", "log[1/r]", "log (1/r)", "log10(1/r)"]),
        ("Δε", ["delta epsilon", "deltaepsilon", "delta_epsilon", "delta eps", "delta-epsilon", "δε"]),
        ("Molar ellipticity",
            ["mol ellipticity", "mol. ellipticity", "mol.ellip.", "mol. ellip.", "molar ellipticity", "molecular ellipticity"]),
    ];

    /// <summary>Returns how the label of an axis is written, and its unit; null where it names none that is known here.</summary>
    internal static (string Title, string Symbol)? OfAxis(string? label) => Find(label, s_axes, LooksLikeAngstrom(label));

    /// <summary>
    /// Returns how the label of an ordinate is written, and its unit; null where it names none that is known here.
    /// </summary>
    internal static (string Title, string Symbol)? OfOrdinate(string? label) => Find(label, s_ordinates, null);

    private static (string Title, string Symbol)? Find(string? label, UnitName[] units, UnitName? likely)
    {
        var text = label?.Trim() ?? "";
        if (text.Length == 0)
            return null;
        foreach (var (name, words) in s_quantities)
        {
            if (words.Contains(text, StringComparer.OrdinalIgnoreCase))
                return (name, "");
        }

        foreach (var (quantity, word) in Divisions(text))
        {
            var unit = Array.Find(units, u => u.IsWritten(word)) ?? (word is "A" or "a" ? likely : null);
            if (unit is null)
                continue;
            var named = Quantity(quantity) is { Length: > 0 } stated ? stated : unit.Quantity;
            return (unit.Symbol.Length > 0 ? $"{named} ({unit.Symbol})" : named, unit.Symbol);
        }

        return null;
    }

    // what may be quantity and unit: "Energy (keV)", "λ / Å", "energy_keV", "Energy keV", "keV"
    private static IEnumerable<(string Quantity, string Unit)> Divisions(string text)
    {
        yield return ("", text);
        var open = text.LastIndexOfAny(['(', '[']);
        if (text[^1] is ')' or ']' && open >= 0)
        {
            // a unit can have brackets itself: (W/(m² nm))
            var first = text.IndexOfAny(['(', '[']);
            yield return (text[..first], text[(first + 1)..^1].Trim());
            yield return (text[..open], text[(open + 1)..^1].Trim());
        }

        foreach (var separator in (string[])[" / ", "/", "_", ", ", " "])
        {
            var at = text.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0)
                yield return (text[..at], text[(at + separator.Length)..].Trim());
        }
    }

    private static string Quantity(string text)
    {
        text = text.Trim(' ', '_', '/', ',', ':').Replace('_', ' ');
        foreach (var (name, words) in s_quantities)
        {
            if (words.Contains(text, StringComparer.OrdinalIgnoreCase))
                return name;
        }

        return text.Length > 1 && char.IsAsciiLetterLower(text[0]) ? char.ToUpperInvariant(text[0]) + text[1..] : text;
    }

    // an A alone is one of many units
    private static UnitName? LooksLikeAngstrom(string? label) =>
        label is not null && (label.Contains("wavelength", StringComparison.OrdinalIgnoreCase)
            || label.Contains("lambda", StringComparison.OrdinalIgnoreCase) || label.Contains('λ', StringComparison.Ordinal))
            ? s_axes[0]
            : null;

    private sealed record UnitName(string Symbol, string Quantity, params string[] Words)
    {
        internal bool IsWritten(string word) => Words.Contains(word, StringComparer.OrdinalIgnoreCase);
    }
}
