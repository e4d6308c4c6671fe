namespace SpectralAnalyzer.Core.Spectra;

/// <summary>
/// What a y label says beyond the kind: an absorbance in another scale, or another quantity, such as a derivative or a count
/// rate.
/// </summary>
/// <param name="Kind">The kind; absorbance too where the label names only a multiple of it, such as mAU.</param>
/// <param name="Factor">The factor to the plain quantity: 0.001 for mAU.</param>
/// <param name="Quantity">The other quantity that the label names, such as a derivative; null where it names none.</param>
internal readonly record struct OrdinateLabel(OrdinateKind Kind, double Factor, string? Quantity)
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

    private static readonly string[] s_rates =
    [
        "cps", "kcps", "mcps", "cpm", "c/s", "1/s", "counts/s", "count/s", "cts/s", "counts/sec", "cts/sec", "counts/second",
        "counts/min", "counts s-1", "counts s^-1", "counts s⁻¹", "per second", "per sec", "per minute", "pro sekunde",
            "impulse/s",
        "par seconde", "coups/s",
    ];

    /// <summary>Gets whether the label says nothing beyond the kind.</summary>
    internal bool IsPlain => Factor == 1 && Quantity is null;

    /// <summary>Reads the label of an ordinate.</summary>
    internal static OrdinateLabel Parse(SpectralOrdinate ordinate)
    {
        var label = ordinate.Label ?? "";
        if (ordinate.Kind == OrdinateKind.Intensity)
            return new OrdinateLabel(
                ordinate.Kind, 1, Names(label, StringComparison.OrdinalIgnoreCase, s_rates) ? "count rate" : null);
        var factor = FactorOf(label);
        var isAbsorbance = ordinate.Kind == OrdinateKind.Absorbance
            || (ordinate.Kind == OrdinateKind.Other && factor is not (1 or NaturalFactor));
        if (!isAbsorbance)
            return new OrdinateLabel(ordinate.Kind, 1, null);
        foreach (var (quantity, marks) in s_quantities)
        {
            if (marks.Any(mark => label.Contains(mark, StringComparison.OrdinalIgnoreCase)))
                return new OrdinateLabel(OrdinateKind.Absorbance, factor, quantity);
        }

        return new OrdinateLabel(OrdinateKind.Absorbance, factor, null);
    }

    private static double FactorOf(string label)
    {
        if (Names(label, StringComparison.Ordinal, "mAU", "MAU", "mau", "mOD", "mAbs", "mA.U.", "milliabsorbance"))
            return 1e-3;
        if (Names(label, StringComparison.Ordinal, "µAU", "μAU", "µOD", "μOD", "uAU"))
            return 1e-6;
        return label.Contains("napier", StringComparison.OrdinalIgnoreCase)
            || label.Contains("naper", StringComparison.OrdinalIgnoreCase)
            || Names(label, StringComparison.Ordinal, "ln", "ln(1/T)", "-ln(T)", "−ln(T)", "-ln")
            ? NaturalFactor
            : 1;
    }

    private static bool Names(string label, StringComparison comparison, params ReadOnlySpan<string> units)
    {
        foreach (var unit in units)
        {
            var at = label.IndexOf(unit, comparison);
            if (at < 0)
                continue;
            var end = at + unit.Length;
            if ((at == 0 || !char.IsLetter(label[at - 1])) && (end == label.Length || !char.IsLetter(label[end])))
                return true;
        }

        return false;
    }
}
