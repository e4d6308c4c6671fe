namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Recognizes the quantity or unit that a label states where it is none of those that the engine converts.</summary>
internal static class StatedQuantity
{
    private static readonly (string Quantity, string[] Words)[] s_quantities =
    [
        ("time", ["time", "zeit", "temps", "tiempo", "時間", "时间"]),
        ("temperature", ["temperature", "temperatur", "température", "temperatura", "°c", "温度"]),
        ("mass-to-charge ratio", ["m/z", "mass", "masse"]),
        ("diffraction angle", ["2theta", "2θ", "two theta", "2-theta", "angle", "winkel"]),
        ("frequency", ["frequency", "frequenz", "fréquence", "hertz", "hz"]),
        ("chemical shift", ["chemical shift", "ppm"]),
        ("field", ["field", "feld", "gauss", "tesla"]),
        ("distance", ["distance", "position", "depth", "tiefe"]),
        ("potential", ["potential", "voltage", "spannung"]),
    ];

    private static readonly HashSet<string> s_ordinateUnits = new(StringComparer.Ordinal)
    {
        "V", "mV", "µV", "kV", "A", "mA", "µA", "nA", "pA", "W", "mW", "µW", "deg", "mdeg", "°", "rad", "mrad", "K", "°C", "Pa",
        "kPa",
        "bar", "mbar", "s", "ms", "min", "Hz", "kHz", "MHz", "dB", "ppm", "g", "mg", "µg", "nm", "µm", "eV", "J", "F", "Ω", "S",
        "M-1 cm-1", "1/(M cm)", "L/(mol cm)", "deg cm2 dmol-1", "deg·cm²·dmol⁻¹",
    };

    /// <summary>True where both labels state a quantity and these are not the same.</summary>
    internal static bool AreDifferent(string? a, string? b) => Find(a) is { } one && Find(b) is { } other && one != other;

    internal static bool IsAngle(string? label) => Find(label) == "diffraction angle";

    /// <summary>True where both labels state a unit of y and these are not the same.</summary>
    internal static bool HaveOtherUnits(string? a, string? b) => UnitOf(a) is { } one && UnitOf(b) is { } other && one != other;

    /// <summary>
    /// Returns the unit in brackets at the end of a label of y, as in <c>HT [V]</c>; null where there is none that is known,
    /// since names of samples have brackets too.
    /// </summary>
    internal static string? UnitOf(string? label)
    {
        var text = label?.Trim() ?? "";
        var open = text.LastIndexOfAny(['[', '(']);
        if (open <= 0 || text[^1] is not (']' or ')'))
            return null;
        var unit = text[(open + 1)..^1].Trim();
        return s_ordinateUnits.Contains(unit) && (unit.Length > 1 || text[open] == '[') ? unit : null;
    }

    private static string? Find(string? label)
    {
        if (label is null)
            return null;
        foreach (var (quantity, words) in s_quantities)
        {
            if (words.Any(word => Contains(label, word)))
                return quantity;
        }

        return null;
    }

    // A word of the label, not a part of one: "mass" is not in "massive", "time" not in "timestamped".
    private static bool Contains(string label, string word)
    {
        var at = label.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (at == 0 || !char.IsAsciiLetter(label[at - 1]) || !char.IsAsciiLetter(word[0]))
            && (at + word.Length == label.Length || !char.IsAsciiLetter(label[at + word.Length])
                || !char.IsAsciiLetter(word[^1]));
    }
}
