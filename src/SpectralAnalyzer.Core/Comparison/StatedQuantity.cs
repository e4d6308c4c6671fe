namespace SpectralAnalyzer.Core.Comparison;

/// <summary>Recognizes the quantity that an x label states where it is none of the units that the engine converts.</summary>
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

    /// <summary>True where both labels state a quantity and these are not the same.</summary>
    internal static bool AreDifferent(string? a, string? b) => Find(a) is { } one && Find(b) is { } other && one != other;

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
