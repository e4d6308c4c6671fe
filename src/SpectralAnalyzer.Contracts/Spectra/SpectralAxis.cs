namespace SpectralAnalyzer;

/// <summary>The x axis of a spectrum.</summary>
/// <param name="Unit">What is counted, and in which unit.</param>
/// <param name="Label">The name as the file writes it, or null.</param>
/// <param name="IsInferred">True where the file states no unit and it was proposed from the range of the numbers.</param>
public sealed record SpectralAxis(AxisUnit Unit, string? Label = null, bool IsInferred = false)
{
    /// <summary>The axis of a file that says nothing.</summary>
    public static SpectralAxis Unknown { get; } = new(AxisUnit.Unknown);

    /// <summary>The unit's symbol, for example <c>cm⁻¹</c>; empty where it is unknown.</summary>
    public string Symbol => Unit switch
    {
        AxisUnit.Wavenumber or AxisUnit.RamanShift => "cm⁻¹",
        AxisUnit.Nanometre => "nm",
        AxisUnit.Micrometre => "µm",
        AxisUnit.ElectronVolt => "eV",
        AxisUnit.DegreeTwoTheta => "°",
        _ => "",
    };

    /// <summary>Quantity and unit as an axis of a graph carries them, for example <c>Wavenumber (cm⁻¹)</c>.</summary>
    public string Title => Unit switch
    {
        AxisUnit.Wavenumber => "Wavenumber (cm⁻¹)",
        AxisUnit.RamanShift => "Raman shift (cm⁻¹)",
        AxisUnit.Nanometre => "Wavelength (nm)",
        AxisUnit.Micrometre => "Wavelength (µm)",
        AxisUnit.ElectronVolt => "Energy (eV)",
        AxisUnit.DegreeTwoTheta => "2θ (°)",
        _ => string.IsNullOrWhiteSpace(Label) ? "x" : Label,
    };

    /// <inheritdoc/>
    public override string ToString() => Title;
}
