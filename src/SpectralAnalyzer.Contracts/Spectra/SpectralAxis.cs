namespace SpectralAnalyzer;

/// <summary>The x axis of a spectrum.</summary>
/// <param name="Unit">What is counted, and in which unit.</param>
/// <param name="Label">The name as the file writes it, or null.</param>
/// <param name="IsInferred">True where the file states no unit and it was proposed from the range of the numbers.</param>
public sealed record SpectralAxis(AxisUnit Unit, string? Label = null, bool IsInferred = false)
{
    /// <summary>The axis of a file that says nothing.</summary>
    public static SpectralAxis Unknown { get; } = new(AxisUnit.Unknown);

    /// <summary>
    /// Which energy an axis in eV counts, by its label; <see cref="EnergyKind.Photon"/> where the label does not say, and for
    /// other units.
    /// </summary>
    public EnergyKind Energy => Unit != AxisUnit.ElectronVolt || Label is not { } label ? EnergyKind.Photon
        : Says(label, "binding", "bindung", "b.e.", "liaison", "結合", "结合") ? EnergyKind.Binding
        : Says(label, "kinetic", "kinetisch", "k.e.", "cinétique", "動能", "动能") ? EnergyKind.Kinetic
        : Says(label, "loss", "verlust") ? EnergyKind.Loss
        : EnergyKind.Photon;

    /// <summary>True where the axis is drawn falling from left to right by convention: wavenumber, and binding energy.</summary>
    public bool IsDrawnFalling => Unit == AxisUnit.Wavenumber || Energy == EnergyKind.Binding;

    /// <summary>The unit's symbol, for example <c>cm⁻¹</c>, also one that the label states; empty where it is unknown.</summary>
    public string Symbol => Unit switch
    {
        AxisUnit.Wavenumber or AxisUnit.RamanShift => "cm⁻¹",
        AxisUnit.Nanometer => "nm",
        AxisUnit.Micrometer => "µm",
        AxisUnit.ElectronVolt => "eV",
        AxisUnit.DegreeTwoTheta => "°",
        _ => UnitNames.OfAxis(Label)?.Symbol ?? "",
    };

    /// <summary>
    /// Returns the unit that a symbol or short name stands for, for example <c>cm-1</c>, <c>nm</c>, <c>um</c> or <c>eV</c>; null
    /// for any other text.
    /// </summary>
    public static AxisUnit? UnitOf(string? symbol) => symbol?.Trim().ToLowerInvariant() switch
    {
        "cm-1" or "cm⁻¹" or "1/cm" => AxisUnit.Wavenumber,
        "nm" or "nanometer" => AxisUnit.Nanometer,
        "um" or "µm" or "μm" or "micrometer" => AxisUnit.Micrometer,
        "ev" => AxisUnit.ElectronVolt,
        "deg" or "°" => AxisUnit.DegreeTwoTheta,
        _ => null,
    };

    /// <summary>Quantity and unit as an axis of a graph carries them, for example <c>Wavenumber (cm⁻¹)</c>.</summary>
    public string Title => Unit switch
    {
        AxisUnit.Wavenumber => "Wavenumber (cm⁻¹)",
        AxisUnit.RamanShift => "Raman shift (cm⁻¹)",
        AxisUnit.Nanometer => "Wavelength (nm)",
        AxisUnit.Micrometer => "Wavelength (µm)",
        AxisUnit.ElectronVolt => Energy switch
        {
            EnergyKind.Binding => "Binding energy (eV)",
            EnergyKind.Kinetic => "Kinetic energy (eV)",
            EnergyKind.Loss => "Energy loss (eV)",
            _ => "Energy (eV)",
        },
        AxisUnit.DegreeTwoTheta => "2θ (°)",
        _ => UnitNames.OfAxis(Label)?.Title ?? (string.IsNullOrWhiteSpace(Label) ? "x" : Label),
    };

    /// <inheritdoc/>
    public override string ToString() => Title;

    private static bool Says(string label, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (label.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
