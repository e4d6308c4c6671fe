using SpectralAnalyzer.Core.Spectra;

namespace SpectralAnalyzer.Core.Processing.Points;

/// <summary>Converts x or y into another unit or quantity.</summary>
internal sealed class ConvertStep : IProcessingStep
{
    private static readonly Dictionary<string, OrdinateKind> s_ordinates = new()
    {
        ["absorbance"] = OrdinateKind.Absorbance,
        ["transmittance"] = OrdinateKind.Transmittance,
        ["percentTransmittance"] = OrdinateKind.PercentTransmittance,
        ["reflectance"] = OrdinateKind.Reflectance,
        ["percentReflectance"] = OrdinateKind.PercentReflectance,
        ["kubelkaMunk"] = OrdinateKind.KubelkaMunk,
    };

    private static readonly Dictionary<string, AxisUnit> s_units = new()
    {
        ["cm-1"] = AxisUnit.Wavenumber,
        ["ramanShift"] = AxisUnit.RamanShift,
        ["nm"] = AxisUnit.Nanometer,
        ["um"] = AxisUnit.Micrometer,
        ["eV"] = AxisUnit.ElectronVolt,
    };

    public ProcessingStepInfo Info { get; } = new()
    {
        Name = "convert",
        Summary = "Converts y into another quantity, x into another unit, or both.",
        Formula = "A = −log₁₀ T; K-M = (1 − R)² ÷ 2R; ν̃/cm⁻¹ = 10⁷ ÷ λ/nm; E/eV = ν̃/cm⁻¹ ÷ 8065.543937; Δν̃ = 10⁷ ÷ λ₀ − ν̃",
        Source = "definitions; CODATA 2018",
        Parameters =
        [
            Parameter.OptionalChoice("ordinate", "The quantity of y.", [.. s_ordinates.Keys]),
            Parameter.OptionalChoice("xUnit", "The unit of x.", [.. s_units.Keys]),
            Parameter.Number("laser", "The wavelength of the laser in nm, for Raman shifts.", minimum: 1, isOptional: true),
        ],
    };

    public Func<Spectrum, Spectrum> Create(StepParameters parameters, StepContext context)
    {
        var ordinate = parameters.OptionalText("ordinate");
        var unit = parameters.OptionalText("xUnit");
        if (ordinate is null && unit is null)
            throw StepErrors.Invalid(Info, "'ordinate' or 'xUnit' is needed.");
        var laser = parameters.OptionalNumber("laser");
        return spectrum =>
        {
            if (unit is not null)
                spectrum = AxisConversion.Convert(spectrum, s_units[unit], laser).Spectrum;
            return ordinate is null ? spectrum : OrdinateConversion.Convert(spectrum, s_ordinates[ordinate]).Spectrum;
        };
    }
}
