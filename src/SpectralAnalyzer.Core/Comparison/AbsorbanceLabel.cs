namespace SpectralAnalyzer.Core.Comparison;

/// <summary>What a y label says beyond the kind: an absorbance in another scale, or another quantity made from one.</summary>
/// <param name="Kind">The kind; absorbance too where the label names only a multiple of it, such as mAU.</param>
/// <param name="Factor">The factor to the plain quantity: 0.001 for mAU.</param>
/// <param name="Quantity">The other quantity that the label names, such as a derivative; null where it names none.</param>
internal readonly record struct AbsorbanceLabel(OrdinateKind Kind, double Factor, string? Quantity)
{
    // 1 ÷ ln 10: a napierian absorbance is −ln T.
    private const double NaturalFactor = 0.4342944819032518;

    private static readonly (string Quantity, string[] Marks)[] s_quantities =
    [
        ("derivative", ["derivative", "deriv.", "ableitung", "dérivée", "derivada"]),
        ("difference", ["difference", "differenz", "différence", "Δ", "delta a"]),
        ("per path length", ["per mm", "per cm", "/mm", "/cm", "mm-1", "mm^-1", "mm⁻¹", "a/cm", "a/mm"]),
        ("current", ["current", "strom", "courant"]),
    ];

    /// <summary>Reads the label of an ordinate.</summary>
    internal static AbsorbanceLabel Parse(SpectralOrdinate ordinate)
    {
        var label = ordinate.Label ?? "";
        var factor = FactorOf(label);
        var isAbsorbance = ordinate.Kind == OrdinateKind.Absorbance
            || (ordinate.Kind == OrdinateKind.Other && factor is not (1 or NaturalFactor));
        if (!isAbsorbance)
            return new AbsorbanceLabel(ordinate.Kind, 1, null);
        foreach (var (quantity, marks) in s_quantities)
        {
            if (marks.Any(mark => label.Contains(mark, StringComparison.OrdinalIgnoreCase)))
                return new AbsorbanceLabel(OrdinateKind.Absorbance, factor, quantity);
        }

        return new AbsorbanceLabel(OrdinateKind.Absorbance, factor, null);
    }

    private static double FactorOf(string label)
    {
        if (Names(label, "mAU", "MAU", "mau", "mOD", "mAbs", "mA.U.", "milliabsorbance"))
            return 1e-3;
        if (Names(label, "µAU", "μAU", "µOD", "μOD", "uAU"))
            return 1e-6;
        return label.Contains("napier", StringComparison.OrdinalIgnoreCase)
            || label.Contains("naper", StringComparison.OrdinalIgnoreCase)
            || Names(label, "ln", "ln(1/T)", "-ln(T)", "−ln(T)", "-ln")
            ? NaturalFactor
            : 1;
    }

    private static bool Names(string label, params ReadOnlySpan<string> units)
    {
        foreach (var unit in units)
        {
            var at = label.IndexOf(unit, StringComparison.Ordinal);
            if (at < 0)
                continue;
            var end = at + unit.Length;
            if ((at == 0 || !char.IsLetter(label[at - 1])) && (end == label.Length || !char.IsLetter(label[end])))
                return true;
        }

        return false;
    }
}
