using System.Management.Automation;

namespace SpectralAnalyzer.PowerShell.Completion;

/// <summary>Accepts the symbols of units: <c>cm-1</c>, <c>nm</c>, <c>um</c>, <c>eV</c>, <c>deg</c>.</summary>
public sealed class AxisUnitTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        SpectralAxis.UnitOf((inputData as PSObject)?.BaseObject as string ?? inputData as string) is { } unit ? unit : inputData;
}
