namespace SpectralAnalyzer.PowerShell.Pipeline;

/// <summary>
/// The ASCII forms of the signs in the module's own texts, for consoles and redirections whose encoding does not have them. Names
/// of files and series stay as they are. The views use the same forms.
/// </summary>
internal static class AsciiForms
{
    /// <summary>The code pages of Unicode: UTF-8, UTF-16 and UTF-32.</summary>
    internal static readonly int[] UnicodeCodePages = [65001, 1200, 1201, 12000, 12001];

    /// <summary>The signs and their forms.</summary>
    internal static readonly (string Sign, string Form)[] All =
    [
        ("⁰", "0"), ("¹", "1"), ("²", "2"), ("³", "3"), ("⁴", "4"), ("⁵", "5"), ("⁶", "6"), ("⁷", "7"), ("⁸", "8"),
        ("⁹", "9"), ("⁻", "-"), ("₀", "0"), ("₁", "1"), ("₂", "2"), ("₊", "+"), ("₋", "-"), ("ᵢ", "i"), ("ⱼ", "j"),
        ("ₖ", "k"), ("ₚ", "p"), ("ᵈ", "d"), ("×", "x"), ("÷", "/"), ("·", "*"), ("±", "+-"), ("½", "1/2"),
        ("√", "sqrt"), ("∫", "integral "), ("Σ", "sum"), ("‖", "||"), ("≥", ">="), ("≤", "<="), ("∞", "infinity"),
        ("−", "-"), ("–", "-"), ("…", ".."), ("→", "->"), ("←", "<-"), ("′", "'"), ("°", " deg"), ("µ", "u"),
        ("μ", "u"), ("Ω", "Ohm"), ("Δ", "d"), ("δ", "delta"), ("λ", "lambda"), ("ν", "nu"), ("\u0303", ""),
        ("\u0304", ""), ("π", "pi"), ("σ", "sigma"), ("θ", "theta"), ("✓", "ok"), ("✗", "failed"),
    ];

    /// <summary>Returns the text with the ASCII forms.</summary>
    internal static string From(string text)
    {
        if (System.Text.Ascii.IsValid(text))
            return text;
        foreach (var (sign, form) in All)
            text = text.Replace(sign, form, StringComparison.Ordinal);
        return text;
    }
}
