using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Takes the symbol of a unit for its name: <c>cm-1</c>, <c>nm</c>, <c>um</c>, <c>eV</c>, <c>deg</c>.</summary>
public sealed class AxisUnitTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var text = (inputData as PSObject)?.BaseObject as string ?? inputData as string;
        return text?.Trim().ToLowerInvariant() switch
        {
            "cm-1" or "cm⁻¹" or "1/cm" => AxisUnit.Wavenumber,
            "nm" or "nanometer" => AxisUnit.Nanometer,
            "um" or "µm" or "μm" or "micrometer" => AxisUnit.Micrometer,
            "ev" => AxisUnit.ElectronVolt,
            "deg" or "°" => AxisUnit.DegreeTwoTheta,
            _ => inputData,
        };
    }
}
