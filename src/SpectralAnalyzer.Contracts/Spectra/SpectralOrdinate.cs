namespace SpectralAnalyzer;

/// <summary>The y quantity of a spectrum.</summary>
/// <param name="Kind">What the values are.</param>
/// <param name="Label">The name as the file writes it, or null.</param>
/// <param name="IsInferred">True where the file does not state the quantity and it was proposed from the numbers.</param>
/// <param name="IsScaleInferred">
/// True where the file states a transmittance or reflectance, and the numbers decided whether it is a fraction or in percent.
/// </param>
public sealed record SpectralOrdinate(
    OrdinateKind Kind, string? Label = null, bool IsInferred = false, bool IsScaleInferred = false)
{
    /// <summary>The ordinate of a file that says nothing.</summary>
    public static SpectralOrdinate Unknown { get; } = new(OrdinateKind.Unknown);

    /// <summary>Quantity and unit as an axis of a graph carries them, for example <c>Transmittance (%)</c>.</summary>
    public string Title => Kind switch
    {
        OrdinateKind.Absorbance => "Absorbance",
        OrdinateKind.Transmittance => "Transmittance",
        OrdinateKind.PercentTransmittance => "Transmittance (%)",
        OrdinateKind.Reflectance => "Reflectance",
        OrdinateKind.PercentReflectance => "Reflectance (%)",
        OrdinateKind.Intensity => UnitNames.OfOrdinate(Label)?.Title ?? "Intensity",
        OrdinateKind.KubelkaMunk => "Kubelka-Munk",
        _ => UnitNames.OfOrdinate(Label)?.Title ?? (string.IsNullOrWhiteSpace(Label) ? "y" : Label),
    };

    /// <summary>The unit's symbol, for example <c>%</c> or <c>counts/s</c>; empty for a quantity without one.</summary>
    public string Symbol => Kind switch
    {
        OrdinateKind.PercentTransmittance or OrdinateKind.PercentReflectance => "%",
        OrdinateKind.Unknown or OrdinateKind.Intensity or OrdinateKind.Other => UnitNames.OfOrdinate(Label)?.Symbol ?? "",
        _ => "",
    };

    /// <inheritdoc/>
    public override string ToString() => Title;
}
