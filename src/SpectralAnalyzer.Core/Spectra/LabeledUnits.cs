namespace SpectralAnalyzer.Core.Spectra;

/// <summary>
/// The units that only a label states and that are multiples of one that is converted: a wavelength in Å, an energy in keV.
/// </summary>
internal static class LabeledUnits
{
    /// <summary>
    /// Returns the axis of a unit that is a multiple of another, and the factor to that; null for any other axis.
    /// </summary>
    internal static (SpectralAxis Axis, double Factor, string Formula)? Find(SpectralAxis axis) =>
        axis.Unit != AxisUnit.Other ? null : axis.Symbol switch
        {
            "Å" => (new SpectralAxis(AxisUnit.Nanometer, IsInferred: axis.IsInferred), 0.1, "λ/nm = λ/Å ÷ 10"),
            // the label says which energy it is
            "keV" => (new SpectralAxis(AxisUnit.ElectronVolt, axis.Label, axis.IsInferred), 1000, "E/eV = 1000 × E/keV"),
            _ => null,
        };

    /// <summary>Brings a spectrum to the unit that its own is a multiple of; null where there is none.</summary>
    internal static ConvertedSpectrum? ToBase(Spectrum spectrum)
    {
        if (Find(spectrum.Axis) is not { } unit)
            return null;
        var x = Array.ConvertAll(spectrum.Abscissae.ToArray(), v => v * unit.Factor);
        return new ConvertedSpectrum(
            spectrum.WithAbscissae(x, unit.Axis),
            new AppliedConversion("x", spectrum.Axis.Title, unit.Axis.Title, unit.Formula), []);
    }

    /// <summary>Brings a spectrum from the base of a unit to that unit.</summary>
    internal static ConvertedSpectrum FromBase(Spectrum spectrum, SpectralAxis to)
    {
        var unit = Find(to)!.Value;
        var x = Array.ConvertAll(spectrum.Abscissae.ToArray(), v => v / unit.Factor);
        return new ConvertedSpectrum(
            spectrum.WithAbscissae(x, to),
            new AppliedConversion("x", spectrum.Axis.Title, to.Title, Invariant($"x' = x ÷ {unit.Factor}")), []);
    }

    /// <summary>Returns whether a quantity that only a label states is the negative logarithm of a reflectance.</summary>
    internal static bool IsLogReflectance(SpectralOrdinate ordinate) =>
        ordinate.Kind == OrdinateKind.Other && ordinate.Title == "log(1/R)";
}
