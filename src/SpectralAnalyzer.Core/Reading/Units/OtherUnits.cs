namespace SpectralAnalyzer.Core.Reading.Units;

/// <summary>
/// Knows the units and quantities of x that are stated in files and that <see cref="AxisUnit"/> has no member for.
/// </summary>
internal static class OtherUnits
{
    private const int LongestUnit = 16;

    private static readonly HashSet<string> s_units = new(StringComparer.Ordinal)
    {
        "å", "a", "angstrom", "angstroms", "ångström", "ångstrom", "angström", "ang", "fm", "pm", "mm", "cm", "m", "km", "in",
            "inch",
        "mev", "kev", "gev", "tev", "j", "kj", "kj/mol", "kcal/mol", "j/mol", "ry", "rydberg", "ha", "hartree",
        "hz", "khz", "mhz", "ghz", "thz", "phz", "rad", "mrad", "sr", "s", "ms", "us", "μs", "ns", "ps", "fs", "min", "h",
        "k", "°c", "°f", "v", "mv", "kv", "ma", "t", "mt", "g", "gauss", "oe", "da", "amu", "u", "th", "m/z", "ppm", "ppb", "px",
            "pixel", "pixels", "channel", "channels",
        "l/mol", "pa", "kpa", "mpa", "bar", "mbar", "mol", "mmol", "ml", "μl",
    };

    // words that no unit of one or two letters can be mistaken for
    private static readonly string[] s_plain =
        ["kev", "mev", "gev", "thz", "ghz", "mhz", "khz", "hz", "v", "mv", "angstrom", "angstroms", "ångström", "å"];

    private static readonly HashSet<string> s_quantities = new(StringComparer.Ordinal)
    {
        "m/z", "mz", "mass/charge", "ppm", "q", "d", "d-spacing", "chemicalshift", "δ", "retentiontime",
    };

    /// <summary>True for the name of a quantity that no known unit belongs to: <c>m/z</c>, <c>ppm</c>, <c>q</c>.</summary>
    public static bool IsQuantity(string name) => s_quantities.Contains(SimpleWord.From(name));

    /// <summary>True for a text that is nothing but such a unit: <c>keV</c>, <c>Å⁻¹</c>.</summary>
    public static bool IsUnit(string text)
    {
        if (text.Length > LongestUnit)
            return false;
        var word = SimpleWord.From(text);
        return s_units.Contains(word) || IsReciprocal(word);
    }

    /// <summary>
    /// True where a name carries such a unit in brackets, after a slash, or as a plain word: <c>Energy (keV)</c>, <c>λ / Å</c>,
    /// <c>energy_keV</c>.
    /// </summary>
    public static bool IsIn(string name)
    {
        foreach (var (open, close) in (ReadOnlySpan<(char, char)>)[('(', ')'), ('[', ']'), ('{', '}'), ('<', '>')])
        {
            var from = name.LastIndexOf(open);
            var to = from < 0 ? -1 : name.IndexOf(close, from);
            if (to > from + 1 && IsUnit(name[(from + 1)..to]))
                return true;
        }

        var slash = name.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && name.AsSpan(0, slash).IndexOfAny('(', '[') < 0 && IsUnit(name[(slash + 1)..]))
            return true;
        return name.Split([' ', '_', ',', '(', '[', ')', ']'], StringSplitOptions.RemoveEmptyEntries)
            .Any(part => s_plain.Contains(SimpleWord.From(part)));
    }

    /// <summary>True for one over a length other than a centimeter.</summary>
    private static bool IsReciprocal(string word)
    {
        var of = word.StartsWith("1/", StringComparison.Ordinal) ? word[2..]
            : word.EndsWith("**-1", StringComparison.Ordinal) ? word[..^4]
            : word.EndsWith("^-1", StringComparison.Ordinal) ? word[..^3]
            : word.EndsWith("^{-1}", StringComparison.Ordinal) || word.EndsWith("^(-1)", StringComparison.Ordinal) ? word[..^5]
            : word.EndsWith("-1", StringComparison.Ordinal) ? word[..^2] : "";
        return of is "m" or "mm" or "um" or "μm" or "nm" or "pm" or "å" or "a" or "angstrom" or "ang" or "ångström";
    }
}
